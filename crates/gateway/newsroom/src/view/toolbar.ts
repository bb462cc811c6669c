// The toolbar (ARIA APG, "Toolbar"): one stop for Tab, arrows within.
import { redo, undo } from "prosemirror-history";
import type { Command, EditorState } from "prosemirror-state";
import { addColumnAfter, addRowAfter, deleteColumn, deleteRow, deleteTable, isInTable } from "prosemirror-tables";
import type { EditorView } from "prosemirror-view";

import { element, icon } from "../dom/element.ts";
import { schema } from "../markdown/schema.ts";
import { text } from "../dom/texts.ts";
import * as commands from "./commands.ts";
import { icons } from "./icons.ts";

const { nodes } = schema;

interface Item {
  /** Of its text, and of its icon where that has no other. */
  key: string;
  icon?: keyof typeof icons;
  /** As the key map writes it. */
  shortcut?: string;
  command: Command;
  /** Of what is on or off. */
  on?: (state: EditorState) => boolean;
  /** Where it is of any use; otherwise it isn't there. */
  shown?: (state: EditorState) => boolean;
}

/** What needs more than a command. */
export interface Acts {
  link: Command;
  picture: Command;
}

function groups(acts: Acts): Item[][] {
  const mark = (key: "bold" | "italic" | "strike" | "code", name: string, shortcut: string): Item => ({ key, shortcut, command: commands.mark(name), on: (state) => commands.marked(state, name) });
  const list = (kind: commands.ListKind, shortcut: string): Item => ({ key: kind, shortcut, command: commands.list(kind), on: (state) => commands.inList(state) === kind });
  const heading = (level: 2 | 3): Item => ({ key: `h${level}`, icon: `h${level}`, shortcut: `Mod-Alt-${level}`, command: commands.heading(level), on: (state) => commands.within(state, nodes.heading!, { level }) });
  const inTable = (key: keyof typeof icons, command: Command): Item => ({ key, icon: key, command, shown: isInTable });
  return [
    [heading(2), heading(3)],
    [mark("bold", "strong", "Mod-b"), mark("italic", "em", "Mod-i"), mark("strike", "strike", "Mod-Shift-x"), mark("code", "code", "Mod-e"), { key: "link", shortcut: "Mod-k", command: acts.link, on: (state) => commands.linkAt(state) !== null }],
    [list("bullet", "Mod-Shift-8"), list("ordered", "Mod-Shift-7"), list("task", "Mod-Shift-9"), { key: "quote", shortcut: "Mod-Shift-.", command: commands.quote, on: (state) => commands.within(state, nodes.blockquote!) }],
    [
      { key: "picture", command: acts.picture },
      { key: "table", command: commands.table },
      { key: "block", command: commands.code, on: (state) => commands.within(state, nodes.code_block!) },
      { key: "footnote", shortcut: "Mod-Alt-f", command: commands.footnote },
      { key: "rule", command: commands.insertBlock(() => nodes.rule!.create()) },
      { key: "paywall", icon: "key", shortcut: "Mod-Alt-p", command: commands.paywall },
    ],
    [inTable("row-after", addRowAfter), inTable("column-after", addColumnAfter), inTable("align-start", commands.align(null)), inTable("align-center", commands.align("center")), inTable("align-end", commands.align("right")), inTable("row-delete", deleteRow), inTable("column-delete", deleteColumn), inTable("table-delete", deleteTable)],
    [{ key: "undo", shortcut: "Mod-z", command: undo }, { key: "redo", shortcut: "Mod-y", command: redo }],
  ];
}

/** The shortcuts of the toolbar, for the key map. */
export function shortcuts(acts: Acts): Record<string, Command> {
  return Object.fromEntries(groups(acts).flat().filter((item) => item.shortcut).map((item) => [item.shortcut!, item.command]));
}

const apple = /Mac|iP(?:hone|ad)/.test(navigator.platform);

/** A shortcut as its keys are called. */
function spoken(shortcut: string): string {
  const names: Record<string, string> = apple ? { Mod: "⌘", Alt: "⌥", Shift: "⇧" } : { Mod: text("key-control"), Alt: "Alt", Shift: text("key-shift") };
  return shortcut.split("-").map((key) => names[key] ?? key.toUpperCase()).join(apple ? "" : "+");
}

const aria = (shortcut: string) => shortcut.replace("Mod", apple ? "Meta" : "Control").replaceAll("-", "+");

export class Toolbar {
  readonly dom: HTMLElement;
  readonly #buttons: { button: HTMLButtonElement; item: Item | null }[] = [];
  #view: EditorView | null = null;

  constructor(acts: Acts, page: string) {
    const parts = groups(acts).map((items) => element("div", { class: "toolbar-group" }, ...items.map((item) => this.#button(item))));
    this.dom = element("div", { class: "toolbar", role: "toolbar", "aria-label": text("toolbar"), "aria-controls": page, keydown: (event: KeyboardEvent) => this.#step(event) }, ...parts);
  }

  /** Adds a button that isn't about the text at the caret. */
  add(key: string, path: string, press: (button: HTMLButtonElement) => void): HTMLButtonElement {
    const button = element("button", { type: "button", class: "tool tool-named", "aria-pressed": "false", tabindex: "-1", click: () => press(button) }, icon(path), element("span", {}, text(key)));
    this.#buttons.push({ button, item: null });
    let last = this.dom.lastElementChild!;
    if (!last.classList.contains("toolbar-ways")) this.dom.append((last = element("div", { class: "toolbar-group toolbar-ways" })));
    last.append(button);
    return button;
  }

  attach(view: EditorView): void {
    this.#view = view;
    this.show(view.state, true);
    this.#rove(this.#reachable()[0]);
  }

  /** Shows what is on where the caret is. Without a text to edit, only what was added can be used. */
  show(state: EditorState, usable: boolean): void {
    for (const { button, item } of this.#buttons) {
      if (!item) continue;
      button.hidden = Boolean(item.shown && !item.shown(state));
      if (item.on) button.setAttribute("aria-pressed", String(usable && item.on(state)));
      button.setAttribute("aria-disabled", String(!usable || !item.command(state)));
    }
    for (const group of this.dom.children) (group as HTMLElement).hidden = [...group.children].every((button) => (button as HTMLElement).hidden);
    if (!this.#reachable().some((button) => button.tabIndex === 0)) this.#rove(this.#reachable()[0]);
  }

  focus(): void {
    this.#reachable().find((button) => button.tabIndex === 0)?.focus();
  }

  #button(item: Item): HTMLButtonElement {
    const name = text(item.key);
    const button = element("button", {
      type: "button", class: "tool", tabindex: "-1", "data-tool": item.key,
      "aria-label": name, title: item.shortcut ? `${name} (${spoken(item.shortcut)})` : name,
      "aria-keyshortcuts": item.shortcut && aria(item.shortcut), "aria-pressed": item.on ? "false" : null,
      // The caret stays where it is.
      mousedown: (event: MouseEvent) => event.preventDefault(),
      click: () => {
        const view = this.#view;
        if (!view || button.getAttribute("aria-disabled") === "true") return;
        this.#rove(button);
        if (item.command(view.state, view.dispatch, view) && document.activeElement === button) view.focus();
      },
    }, icon(icons[item.icon ?? (item.key as keyof typeof icons)]));
    this.#buttons.push({ button, item });
    return button;
  }

  #reachable(): HTMLButtonElement[] {
    return this.#buttons.map(({ button }) => button).filter((button) => !button.hidden);
  }

  #rove(to: HTMLButtonElement | undefined): void {
    if (!to) return;
    for (const { button } of this.#buttons) button.tabIndex = button === to ? 0 : -1;
  }

  #step(event: KeyboardEvent): void {
    const all = this.#reachable();
    const at = all.indexOf(event.target as HTMLButtonElement);
    const forward = getComputedStyle(this.dom).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    let to: number;
    if (event.key === "Home") to = 0;
    else if (event.key === "End") to = all.length - 1;
    else if (event.key === "ArrowLeft" || event.key === "ArrowRight") to = (at + (event.key === forward ? 1 : -1) + all.length) % all.length;
    else if (event.key === "Escape") return this.#view?.focus();
    else return;
    event.preventDefault();
    this.#rove(all[to]);
    all[to]?.focus();
  }
}
