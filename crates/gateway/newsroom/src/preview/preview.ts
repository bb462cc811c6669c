// The article beside the text, as one reader or another would see it.
import { element } from "../dom/element.ts";
import { text } from "../dom/texts.ts";

const READERS = ["visitor", "member", "subscriber"] as const;
/** Widths of a window, in CSS pixels. */
const WIDTHS = { phone: 390, desktop: 1280 } as const;
type Device = keyof typeof WIDTHS;
/** After the last key. */
const REST = 700;

export class Preview {
  readonly dom: HTMLElement;
  readonly #form: HTMLFormElement;
  readonly #frame: HTMLIFrameElement;
  readonly #stage: HTMLElement;
  readonly #problem = element("p", { class: "hint", role: "status" });
  #reader: (typeof READERS)[number] = "visitor";
  #device: Device = "phone";
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;

  constructor(form: HTMLFormElement) {
    this.#form = form;
    // Its scripts don't run; it keeps its origin, so that where it is scrolled to can be kept.
    this.#frame = element("iframe", { title: text("preview-frame"), sandbox: "allow-same-origin", class: "preview-frame" });
    this.#stage = element("div", { class: "preview-stage" }, this.#frame);
    const choice = <Key extends string>(name: string, keys: readonly Key[], chosen: Key, choose: (key: Key) => void) =>
      element("fieldset", { class: "preview-choice" }, element("legend", { class: "hidden" }, text(`preview-${name}`)), ...keys.map((key) => {
        const input = element("input", { type: "radio", name: `preview-${name}`, form: "preview-none", checked: key === chosen, change: () => choose(key) });
        return element("label", {}, input, element("span", {}, text(`preview-${key}`)));
      }));
    this.dom = element("section", { class: "preview", "aria-label": text("preview"), hidden: true },
      element("div", { class: "preview-choices" },
        choice("reader", READERS, this.#reader, (reader) => { this.#reader = reader; void this.#load(); }),
        choice("device", Object.keys(WIDTHS) as Device[], this.#device, (device) => { this.#device = device; this.#fit(); })),
      this.#problem, this.#stage);
    new ResizeObserver(() => this.#fit()).observe(this.#stage);
    form.addEventListener("input", () => this.#soon());
  }

  get shown(): boolean {
    return !this.dom.hidden;
  }

  set shown(shown: boolean) {
    this.dom.hidden = !shown;
    if (shown) void this.#load();
  }

  #soon(): void {
    if (!this.shown) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#load(), REST);
  }

  async #load(): Promise<void> {
    const turn = ++this.#asked;
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(this.#form)) if (typeof value === "string" && name !== "act") fields.append(name, value);
    fields.set("as", this.#reader);
    let html: string | null = null;
    try {
      const answer = await fetch(this.#form.dataset.preview!, { method: "POST", body: fields, headers: { Accept: "text/html" }, redirect: "manual" });
      if (answer.ok) html = await answer.text();
    } catch {
      // Said below.
    }
    if (turn !== this.#asked) return;
    this.#problem.textContent = html === null ? text("preview-problem") : "";
    if (html === null) return;
    const scrolled = this.#frame.contentWindow?.scrollY ?? 0;
    this.#frame.addEventListener("load", () => this.#frame.contentWindow?.scrollTo({ top: scrolled, behavior: "instant" }), { once: true });
    this.#frame.srcdoc = html;
  }

  /** A window wider than its place is shown smaller. */
  #fit(): void {
    const { clientWidth: width, clientHeight: height } = this.#stage;
    if (!width) return;
    const own = WIDTHS[this.#device];
    const scale = Math.min(1, width / own);
    Object.assign(this.#frame.style, { inlineSize: `${own}px`, blockSize: `${height / scale}px`, transform: scale < 1 ? `scale(${scale})` : "" });
  }
}
