// Asking for the address of a link.
import type { Command } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";

import { element } from "../dom/element.ts";
import { schema } from "../markdown/schema.ts";
import { text } from "../dom/texts.ts";
import { linkAt } from "./commands.ts";

/** What was typed as an address that a browser can follow; null if it is none. */
export function addressOf(typed: string): string | null {
  const address = typed.trim();
  if (!address || /\s/.test(address)) return null;
  if (/^[^\s@/:]+@[^\s@/]+\.[^\s@/]+$/.test(address)) return `mailto:${address}`;
  if (/^(?:\/(?!\/)|#|\?)/.test(address)) return address;
  const scheme = /^([a-z][a-z\d+.-]*):/i.exec(address)?.[1]?.toLowerCase();
  if (scheme && !/^[\w-]+(?:\.[\w-]+)+:\d/.test(address)) return ["http", "https", "mailto", "tel"].includes(scheme) ? address : null;
  return /^[^/]+\.[^/]+/.test(address) ? `https://${address}` : null;
}

const type = schema.marks.link!;

/** Opens a dialogue for the link at the selection. */
export const link: Command = (state, dispatch, view) => {
  const { $from, empty } = state.selection;
  if (!$from.parent.inlineContent || $from.parent.type.spec.code) return false;
  if (!dispatch || !view) return true;
  const own = linkAt(state);
  const [from, to] = own ? [own.from, own.to] : [state.selection.from, state.selection.to];

  const field = element("input", { type: "text", id: "link-address", inputmode: "url", autocomplete: "off", dir: "ltr", "aria-describedby": "link-problem" });
  field.value = own?.href ?? "";
  const problem = element("p", { id: "link-problem", class: "problem", role: "alert" });
  const remove = () => {
    dialog.close();
    view.dispatch(view.state.tr.removeMark(from, to, type));
  };
  const form = element("form", {
    method: "dialog",
    submit: (event: SubmitEvent) => {
      event.preventDefault();
      const href = addressOf(field.value);
      if (!href) {
        problem.textContent = text("link-problem");
        field.setAttribute("aria-invalid", "true");
        return field.focus();
      }
      dialog.close();
      set(view, from, to, href, empty && !own);
    },
  },
  element("label", { for: "link-address" }, text("link-address")), field, problem,
  element("div", { class: "dialog-acts" },
    element("button", { class: "button button-strong" }, text("link-set")),
    own && element("button", { type: "button", class: "button", click: remove }, text("link-remove")),
    element("button", { type: "button", class: "button", click: () => dialog.close() }, text("cancel"))));
  const dialog = element("dialog", { class: "editor-dialog", "aria-label": text("link"), close: () => { dialog.remove(); view.focus(); } }, form);
  document.body.append(dialog);
  dialog.showModal();
  field.select();
  return true;
};

function set(view: EditorView, from: number, to: number, href: string, alone: boolean): void {
  const mark = type.create({ href });
  const tr = view.state.tr;
  if (alone) tr.insert(from, schema.text(href, [mark]));
  else tr.removeMark(from, to, type).addMark(from, to, mark);
  view.dispatch(tr.scrollIntoView());
}
