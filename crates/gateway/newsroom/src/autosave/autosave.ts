// Autosave on the page: the fields, the words that say how it stands, the notices.
import { element } from "../dom/element.ts";
import { text } from "../dom/texts.ts";
import { Keeper, type Answer, type Draft, type State } from "./keeper.ts";
import { watchTabs } from "./tabs.ts";

const FIELDS = ["title", "standfirst", "slug", "body", "description", "seo_title", "cover_alt", "cover_caption"];

export interface Hooks {
  /** The fields were filled anew. */
  filled: () => void;
  /** Whether this tab may write. */
  writable: (writable: boolean) => void;
}

type Field = HTMLInputElement | HTMLTextAreaElement;

/** What stands beside the text: one of a kind at a time. */
class Notices {
  readonly #box: HTMLElement;
  readonly #own = new Map<string, HTMLElement>();
  constructor(form: HTMLFormElement) {
    this.#box = element("div", { class: "editor-notices" });
    form.prepend(this.#box);
  }
  show(kind: string, message: string, ...acts: HTMLElement[]): void {
    this.hide(kind);
    const notice = element("div", { class: "notice editor-notice", role: "status" }, element("p", {}, message), acts.length > 0 && element("div", { class: "dialog-acts" }, ...acts));
    this.#own.set(kind, notice);
    this.#box.append(notice);
  }
  hide(kind: string): void {
    this.#own.get(kind)?.remove();
    this.#own.delete(kind);
  }
}

const button = (key: string, click: () => void) => element("button", { type: "button", class: "button", click }, text(key));

export function autosave(form: HTMLFormElement, hooks: Hooks): { say: (message: string) => void } {
  const field = (name: string) => form.elements.namedItem(name) as Field | null;
  const names = FIELDS.filter((name) => field(name));
  const locale = document.documentElement.lang;
  const address = form.dataset.autosave!;
  // `…/stories/{article}/{locale}/autosave`
  const [article, edition] = address.split("/").slice(-3);
  const name = `${article}:${edition}`;
  const status = form.querySelector<HTMLElement>("[data-autosave-state]");
  const notices = new Notices(form);
  let leaving = false;

  const draft = (): Draft => ({ version: Number(form.dataset.version), ...Object.fromEntries(names.map((name) => [name, field(name)!.value])) });
  const time = (at: string) => new Intl.DateTimeFormat(locale, { timeStyle: "short" }).format(new Date(at));

  const tell = (state: State) => {
    const signedOut = state.kind === "signed-out";
    if (signedOut) notices.show("signed-out", text("signed-out"), element("a", { class: "button button-strong", href: state.signIn, target: "_blank" }, text("sign-in")));
    else if (state.kind === "saved") notices.hide("signed-out");
    if (!status) return;
    const words: Record<State["kind"], () => string> = {
      clean: () => "",
      typing: () => text("state-typing"),
      sending: () => text("state-sending"),
      saved: () => text("state-saved", { time: time((state as State & { kind: "saved" }).at) }),
      offline: () => text("state-offline"),
      "signed-out": () => text("state-signed-out"),
      refused: () => text("state-refused", { detail: (state as State & { kind: "refused" }).detail }),
    };
    status.dataset.state = state.kind;
    // What is typed is only in the browser while it is typed; that isn't worth reading out.
    const said = words[state.kind]();
    if (status.textContent !== said) status.textContent = said;
  };
  const heard = ({ newer }: Answer) => {
    if (!newer) return notices.hide("newer");
    notices.show("newer", text("newer", { name: newer.by, time: time(newer.at) }));
  };
  const send = async (body: string, keepalive: boolean) => {
    const answer = await fetch(address, { method: "POST", body, keepalive, headers: { "Content-Type": "application/json", Accept: "application/json" }, redirect: "manual", credentials: "same-origin" });
    // Whoever isn't signed in may be sent elsewhere.
    if (answer.type === "opaqueredirect") return { status: 401, body: { sign_in: `/admin/sign-in?return_to=${encodeURIComponent(location.pathname)}` } };
    return { status: answer.status, body: await answer.json().catch(() => null) as unknown };
  };
  const keeper = new Keeper({ send, store: localStorage, key: `gazette-draft:${name}`, draft, tell, heard });

  const fill = (from: Draft) => {
    for (const name of names) if (typeof from[name] === "string") field(name)!.value = from[name];
    hooks.filled();
    keeper.changed();
  };
  const left = keeper.left();
  if (left) {
    // Until it is decided what becomes of it, what is typed here doesn't take its place.
    keeper.pause();
    const decide = (then: () => void) => () => {
      notices.hide("left");
      then();
      keeper.resume();
    };
    notices.show("left", text(left.version === draft().version ? "left" : "left-older"), button("left-take", decide(() => fill(left))), button("left-drop", decide(() => keeper.forget())));
  }

  form.addEventListener("input", (event) => { if ((event.target as Element).matches("[name]")) keeper.changed(); });
  form.addEventListener("submit", (event) => {
    const { submitter } = event as SubmitEvent;
    // A preview in another tab isn't the end of writing here.
    if (submitter?.getAttribute("formtarget") === "_blank" || form.target === "_blank") return;
    leaving = true;
    keeper.pause();
    if ((submitter as HTMLButtonElement | null)?.value === "discard") keeper.forget();
  });
  addEventListener("online", () => void keeper.flush());
  addEventListener("focus", () => { if (status?.dataset.state === "signed-out" || status?.dataset.state === "offline") void keeper.flush(); });
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") keeper.leave(); });
  addEventListener("pagehide", () => keeper.leave());
  addEventListener("beforeunload", (event) => { if (!leaving && !keeper.isKept) event.preventDefault(); });
  // Going back to this page, it goes on.
  addEventListener("pageshow", (event) => { if (event.persisted && leaving) { leaving = false; keeper.resume(); } });

  const writable = (may: boolean) => {
    hooks.writable(may);
    for (const name of names) field(name)!.readOnly = !may;
  };
  const elsewhere = () => {
    keeper.pause();
    writable(false);
    notices.show("elsewhere", text("elsewhere"), button("elsewhere-take", () => tabs.take()));
  };
  const tabs = watchTabs(`gazette-editor:${name}`, {
    busy: elsewhere,
    async lose() {
      await keeper.flush();
      elsewhere();
    },
    // What the other tab has sent is in the page when it is loaded anew.
    taken: () => {
      leaving = true;
      location.reload();
    },
  });

  return { say: (message) => notices.show("said", message, button("close", () => notices.hide("said"))) };
}
