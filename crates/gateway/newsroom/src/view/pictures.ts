// Pictures by button, by dropping and by pasting: sent at once, and shown where they belong meanwhile.
import { Plugin, PluginKey, type EditorState } from "prosemirror-state";
import { Decoration, DecorationSet, type EditorView } from "prosemirror-view";

import { element } from "../dom/element.ts";
import { schema } from "../markdown/schema.ts";
import { text } from "../dom/texts.ts";
import { send, type Sent } from "../upload/send.ts";
import { askForDescription } from "./nodes.ts";

type Change = { add: { id: object; at: number; dom: HTMLElement } } | { remove: object };
const key = new PluginKey<DecorationSet>("pictures");

/** Shows pictures that are on their way. */
export function pictures(address: string, say: (message: string) => void): Plugin {
  const files = (data: DataTransfer | null) => [...(data?.files ?? [])].filter((file) => file.type.startsWith("image/"));
  return new Plugin({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply(tr, set) {
        const change = tr.getMeta(key) as Change | undefined;
        set = set.map(tr.mapping, tr.doc);
        if (!change) return set;
        if ("add" in change) return set.add(tr.doc, [Decoration.widget(change.add.at, change.add.dom, { id: change.add.id })]);
        return set.remove(set.find(undefined, undefined, (spec) => spec.id === change.remove));
      },
    },
    props: {
      decorations: (state) => key.getState(state),
      handlePaste(view, event) {
        const own = files(event.clipboardData);
        // Word processors put a picture of the text beside the text.
        if (!own.length || event.clipboardData?.types.includes("text/html")) return false;
        own.forEach((file) => void insert(view, address, file, view.state.selection.to, say));
        return true;
      },
      handleDrop(view, event) {
        const own = files(event.dataTransfer);
        if (!own.length) return false;
        const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos ?? view.state.doc.content.size;
        own.forEach((file) => void insert(view, address, file, at, say));
        return true;
      },
    },
  });
}

/** Asks for files. */
export function choose(view: EditorView, address: string, say: (message: string) => void): void {
  const input = element("input", { type: "file", accept: "image/jpeg,image/png,image/webp,image/avif,image/gif", multiple: true, change: () => {
    for (const file of input.files ?? []) void insert(view, address, file, view.state.selection.to, say);
  } });
  input.click();
}

/** The end of the top-level block at a place: pictures stand between blocks. */
function blockEnd(state: EditorState, at: number): number {
  const $at = state.doc.resolve(at);
  return $at.depth ? $at.after(1) : at;
}

async function insert(view: EditorView, address: string, file: File, at: number, say: (message: string) => void): Promise<void> {
  const id = {};
  const bar = element("progress", { max: "1", "aria-label": text("sending", { name: file.name }) });
  const dom = element("div", { class: "picture-coming" }, element("span", {}, text("sending", { name: file.name })), bar);
  view.dispatch(view.state.tr.setMeta(key, { add: { id, at: blockEnd(view.state, at), dom } } satisfies Change));
  let sent: Sent | null = null;
  try {
    sent = await send(address, file, (part) => { bar.value = part; });
  } catch (error) {
    say(text("picture-problem", { name: file.name, problem: error instanceof Error ? error.message : "" }));
  }
  const place = key.getState(view.state)?.find(undefined, undefined, (spec) => spec.id === id)[0]?.from;
  const tr = view.state.tr.setMeta(key, { remove: id } satisfies Change);
  if (!sent || place === undefined) return view.dispatch(tr);
  const end = blockEnd(view.state, place);
  const before = tr.doc.resolve(end).nodeBefore;
  const from = before !== null && before.type === schema.nodes.paragraph && before.childCount === 0 ? end - before.nodeSize : end;
  const figure = schema.nodes.figure!.create({ src: sent.src, alt: sent.alt ?? "", caption: sent.caption ?? "" });
  view.dispatch(tr.replaceWith(from, end, figure).scrollIntoView());
  askForDescription(view, from);
}
