// Blocks that show more than their text: pictures, the paywall, notes, tasks.
import type { Node } from "prosemirror-model";
import { TextSelection, type EditorState, type Transaction } from "prosemirror-state";
import type { EditorView, NodeView, NodeViewConstructor } from "prosemirror-view";

import { element, icon } from "../dom/element.ts";
import { schema } from "../markdown/schema.ts";
import { text } from "../dom/texts.ts";
import { move } from "./commands.ts";
import { icons } from "./icons.ts";

type Position = () => number | undefined;

/** Where a picture of the body can be looked at; null if it isn't one of ours. */
export function pictureAddress(src: string): string | null {
  const hash = /(?:^|[/:])([0-9a-f]{32,64})(?=$|[/.])/.exec(src)?.[1];
  return hash ? `/media/${hash}/w800.jpg` : null;
}

/** Two ways up and down without dragging. */
function steps(view: EditorView, position: Position): HTMLElement[] {
  const step = (by: 1 | -1, key: string, path: string) =>
    element("button", {
      type: "button",
      class: "block-step",
      "aria-label": text(key),
      title: text(key),
      click: () => {
        const at = position();
        if (at === undefined) return;
        move(by, view.state.doc.resolve(at).index(0))(view.state, view.dispatch);
        // It is chosen now, so that it can be moved on by key.
        view.focus();
      },
    }, icon(path));
  return [step(-1, "up", icons.up), step(1, "down", icons.down)];
}

class Paywall implements NodeView {
  dom: HTMLElement;
  constructor(_: Node, view: EditorView, position: Position) {
    this.dom = element("div", { class: "paywall", "data-paywall": true },
      element("span", { class: "paywall-name" }, icon(icons.key), text("paywall-here")),
      element("span", { class: "block-steps" }, ...steps(view, position)));
  }
  stopEvent(event: Event): boolean {
    return event.target instanceof Element && event.target.closest("button") !== null;
  }
  ignoreMutation(): boolean { return true; }
}

class Figure implements NodeView {
  dom: HTMLElement;
  #node: Node;
  readonly #picture = element("img", { alt: "" });
  readonly #alt: HTMLInputElement;
  readonly #caption: HTMLInputElement;
  readonly #missing = element("p", { class: "figure-missing" });

  constructor(node: Node, view: EditorView, position: Position) {
    this.#node = node;
    const field = (name: "alt" | "caption") => element("input", {
      name: "", "data-figure": name,
      input: (event: InputEvent) => {
        const at = position();
        if (at === undefined) return;
        view.dispatch(view.state.tr.setNodeAttribute(at, name, (event.target as HTMLInputElement).value));
      },
      keydown: (event: KeyboardEvent) => {
        const at = position();
        if (event.key === "Enter") event.preventDefault();
        if ((event.key !== "Enter" && event.key !== "Escape") || at === undefined || event.isComposing) return;
        event.preventDefault();
        // On to what follows; at the end of the text there is a new paragraph.
        const tr = view.state.tr;
        const end = at + this.#node.nodeSize;
        if (!view.state.doc.resolve(end).nodeAfter?.isTextblock) tr.insert(end, schema.nodes.paragraph!.create());
        view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(end + 1))).scrollIntoView());
        view.focus();
      },
    });
    [this.#alt, this.#caption] = [field("alt"), field("caption")];
    // A field without a name isn't sent with the form.
    this.#alt.removeAttribute("name");
    this.#caption.removeAttribute("name");
    const labelled = (key: string, input: HTMLInputElement) => element("label", {}, element("span", {}, text(key)), input);
    this.dom = element("figure", { class: "figure" },
      element("div", { class: "figure-picture", "data-drag": true }, this.#picture, element("span", { class: "block-steps" }, ...steps(view, position))),
      element("div", { class: "figure-fields" }, labelled("alt", this.#alt), this.#missing, labelled("caption", this.#caption)));
    this.#show();
  }

  update(node: Node): boolean {
    if (node.type !== this.#node.type) return false;
    this.#node = node;
    this.#show();
    return true;
  }

  #show(): void {
    const { src, alt, caption } = this.#node.attrs;
    const address = pictureAddress(src);
    this.#picture.hidden = !address;
    if (address && this.#picture.getAttribute("src") !== address) this.#picture.src = address;
    if (this.#alt.value !== alt) this.#alt.value = alt;
    if (this.#caption.value !== caption) this.#caption.value = caption;
    this.#missing.textContent = alt.trim() ? "" : text("alt-missing");
    this.#missing.hidden = Boolean(alt.trim());
  }

  stopEvent(event: Event): boolean {
    return event.target instanceof Element && event.target.closest("input, button, label") !== null;
  }
  ignoreMutation(): boolean { return true; }
}

/** Puts the caret into a description right away, for a picture that is new. */
export function askForDescription(view: EditorView, at: number): void {
  const dom = view.nodeDOM(at);
  if (dom instanceof HTMLElement) dom.querySelector<HTMLInputElement>("[data-figure=alt]")?.focus();
}

class Footnote implements NodeView {
  dom: HTMLElement;
  contentDOM: HTMLElement;
  readonly #back: HTMLButtonElement;
  #label: string;

  constructor(node: Node, view: EditorView) {
    this.#label = node.attrs.label;
    this.#back = element("button", { type: "button", class: "footnote-back", contenteditable: "false", click: () => goToMark(view, this.#label) });
    this.contentDOM = element("div", { class: "footnote-text" });
    this.dom = element("aside", { class: "footnote", "data-footnote": this.#label }, this.#back, this.contentDOM);
    this.update(node);
  }
  update(node: Node): boolean {
    if (node.type !== schema.nodes.footnote) return false;
    this.#label = node.attrs.label;
    this.#back.textContent = this.#label;
    this.#back.setAttribute("aria-label", text("footnote-back", { label: this.#label }));
    this.#back.title = this.#back.getAttribute("aria-label")!;
    return true;
  }
  stopEvent(event: Event): boolean {
    return event.target === this.#back;
  }
  ignoreMutation(mutation: { target: globalThis.Node }): boolean {
    return !this.contentDOM.contains(mutation.target);
  }
}

function goToMark(view: EditorView, label: string): void {
  let at: number | null = null;
  view.state.doc.descendants((node, pos) => {
    if (at === null && node.type === schema.nodes.footnote_mark && node.attrs.label === label) at = pos + node.nodeSize;
    return at === null;
  });
  if (at !== null) select(view, view.state.tr, at);
}

/** From a mark to its note. */
export function goToNote(view: EditorView, label: string): void {
  let at: number | null = null;
  view.state.doc.forEach((node, offset) => { if (node.type === schema.nodes.footnote && node.attrs.label === label) at = offset + 2; });
  if (at !== null) select(view, view.state.tr, at);
}

function select(view: EditorView, tr: Transaction, at: number): void {
  view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(at))).scrollIntoView());
  view.focus();
}

class Item implements NodeView {
  dom = element("li");
  contentDOM: HTMLElement = this.dom;
  readonly #task: boolean;
  readonly #box: HTMLInputElement | null = null;

  constructor(node: Node, view: EditorView, position: Position) {
    this.#task = node.attrs.checked !== null;
    if (!this.#task) return;
    this.#box = element("input", {
      type: "checkbox", contenteditable: "false", "aria-label": text("task-done"),
      change: () => {
        const at = position();
        if (at !== undefined) view.dispatch(view.state.tr.setNodeAttribute(at, "checked", this.#box!.checked));
      },
    });
    this.contentDOM = element("div");
    this.dom.className = "task";
    this.dom.append(this.#box, this.contentDOM);
    this.update(node);
  }
  update(node: Node): boolean {
    if (node.type !== schema.nodes.list_item || (node.attrs.checked !== null) !== this.#task) return false;
    if (this.#box) this.#box.checked = node.attrs.checked;
    return true;
  }
  stopEvent(event: Event): boolean {
    return event.target === this.#box;
  }
  ignoreMutation(mutation: { type: string; target: globalThis.Node }): boolean {
    return mutation.type !== "selection" && !this.contentDOM.contains(mutation.target);
  }
}

class Raw implements NodeView {
  dom: HTMLElement;
  contentDOM: HTMLElement;
  constructor(node: Node) {
    const definition = /^\s*\[[^\]]+\]:/.test(node.textContent);
    this.contentDOM = element("code", { spellcheck: "false" });
    this.dom = element("div", { class: "raw" }, element("span", { class: "raw-name", contenteditable: "false" }, text(definition ? "raw-definition" : "raw")), element("pre", {}, this.contentDOM));
  }
}

class Image implements NodeView {
  dom: HTMLElement;
  constructor({ attrs }: Node) {
    const address = pictureAddress(attrs.src);
    this.dom = address ? element("img", { class: "inline-picture", src: address, alt: attrs.alt, title: attrs.title }) : element("span", { class: "raw-inline" }, attrs.alt || attrs.src);
  }
}

class Embed implements NodeView {
  dom: HTMLElement;
  constructor({ attrs }: Node, view: EditorView, position: Position) {
    this.dom = element("div", { class: "embed-card" }, element("span", {}, element("b", {}, new URL(attrs.url).hostname.replace(/^www\./, "")), " ", element("span", { dir: "ltr" }, attrs.url)), element("span", { class: "block-steps" }, ...steps(view, position)));
  }
  stopEvent(event: Event): boolean {
    return event.target instanceof Element && event.target.closest("button") !== null;
  }
}

export const nodeViews: Record<string, NodeViewConstructor> = {
  paywall: (node, view, position) => new Paywall(node, view, position),
  figure: (node, view, position) => new Figure(node, view, position),
  footnote: (node, view) => new Footnote(node, view),
  list_item: (node, view, position) => new Item(node, view, position),
  raw: (node) => new Raw(node),
  image: (node) => new Image(node),
  embed: (node, view, position) => new Embed(node, view, position),
};

/** What a body has that readers will see, as text: for counting. */
export function wordsOf(state: EditorState): string {
  let out = "";
  state.doc.descendants((node) => {
    if (node.type === schema.nodes.raw) return false;
    if (node.isText) out += node.text;
    if (node.isBlock) out += "\n";
    if (node.type === schema.nodes.hard_break) out += " ";
    if (node.type === schema.nodes.figure) out += `${node.attrs.caption}\n`;
    return true;
  });
  return out;
}
