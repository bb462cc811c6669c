// What can be done to a body, as commands: from the toolbar, by key, and by typing Markdown.
import { setBlockType, toggleMark, wrapIn, lift } from "prosemirror-commands";
import type { Node, NodeType, Attrs } from "prosemirror-model";
import { liftListItem, wrapInList } from "prosemirror-schema-list";
import { NodeSelection, Selection, TextSelection, type Command, type EditorState, type Transaction } from "prosemirror-state";

import { schema } from "../markdown/schema.ts";

const { nodes, marks } = schema;

/** Whether the selection is in a block of a kind. */
export function within(state: EditorState, type: NodeType, attrs: Attrs = {}): boolean {
  return ancestor(state, (node) => node.type === type && Object.entries(attrs).every(([name, value]) => node.attrs[name] === value)) !== null;
}

function ancestor(state: EditorState, wanted: (node: Node) => boolean): { node: Node; pos: number } | null {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    if (wanted($from.node(depth))) return { node: $from.node(depth), pos: $from.before(depth) };
  }
  return null;
}

/** Whether a mark is on the selection, or will be on what is typed. */
export function marked(state: EditorState, name: string): boolean {
  const { from, $from, to, empty } = state.selection;
  const type = marks[name]!;
  return empty ? Boolean(type.isInSet(state.storedMarks ?? $from.marks())) : state.doc.rangeHasMark(from, to, type);
}

export const mark = (name: string): Command => toggleMark(marks[name]!, null, { removeWhenPresent: false });

/** Makes a heading, or a paragraph of one. */
export const heading = (level: number): Command => (state, dispatch) =>
  (within(state, nodes.heading!, { level }) ? setBlockType(nodes.paragraph!) : setBlockType(nodes.heading!, { level }))(state, dispatch);

export const quote: Command = (state, dispatch) => (within(state, nodes.blockquote!) ? lift(state, dispatch) : wrapIn(nodes.blockquote!)(state, dispatch));

export const code: Command = (state, dispatch) => setBlockType(within(state, nodes.code_block!) ? nodes.paragraph! : nodes.code_block!)(state, dispatch);

const listKind = (node: Node) => (node.type === nodes.ordered_list ? "ordered" : node.firstChild?.attrs.checked === null ? "bullet" : "task");
export type ListKind = "bullet" | "ordered" | "task";

/** The kind of list the selection is in. */
export function inList(state: EditorState): ListKind | null {
  const list = ancestor(state, (node) => node.type === nodes.bullet_list || node.type === nodes.ordered_list);
  return list && listKind(list.node);
}

/** Makes a list of a kind, changes one into it, or takes the selection out of one. */
export const list = (kind: ListKind): Command => (state, dispatch) => {
  const type = kind === "ordered" ? nodes.ordered_list! : nodes.bullet_list!;
  const own = ancestor(state, (node) => node.type === nodes.bullet_list || node.type === nodes.ordered_list);
  if (own && listKind(own.node) === kind) return liftListItem(nodes.list_item!)(state, dispatch);
  const checked = kind === "task" ? false : null;
  if (own) {
    if (dispatch) dispatch(retype(state.tr, own.node, own.pos, type, checked));
    return true;
  }
  return wrapInList(type)(state, dispatch && ((tr) => {
    const $from = tr.selection.$from;
    for (let depth = $from.depth; depth > 0 && checked !== null; depth -= 1) {
      if ($from.node(depth).type === type) {
        retype(tr, $from.node(depth), $from.before(depth), type, checked);
        break;
      }
    }
    dispatch(tr);
  }));
};

function retype(tr: Transaction, list: Node, pos: number, type: NodeType, checked: boolean | null): Transaction {
  tr.setNodeMarkup(pos, type, type === list.type ? list.attrs : { tight: list.attrs.tight });
  list.forEach((item, offset) => { tr.setNodeMarkup(pos + 1 + offset, null, { ...item.attrs, checked }); });
  return tr;
}

/** The place of the top-level block that the selection begins in. */
function topLevel(state: EditorState): { index: number; from: number; to: number } {
  const { $from } = state.selection;
  const index = $from.index(0);
  const from = $from.posAtIndex(index, 0);
  return { index, from, to: from + (state.doc.maybeChild(index)?.nodeSize ?? 0) };
}

/** Puts a block behind the one the selection is in, or in the place of an empty paragraph. */
export const insertBlock = (make: () => Node): Command => (state, dispatch) => {
  if (!dispatch) return true;
  const { index, from, to } = topLevel(state);
  const here = state.doc.maybeChild(index);
  const empty = here !== null && here.type === nodes.paragraph && here.childCount === 0;
  const block = make();
  const tr = empty ? state.tr.replaceWith(from, to, block) : state.tr.insert(to, block);
  const at = empty ? from : to;
  if (block.isAtom) tr.setSelection(NodeSelection.create(tr.doc, at));
  else tr.setSelection(Selection.near(tr.doc.resolve(at + 1)));
  dispatch(tr.scrollIntoView());
  return true;
};

/** Puts the paywall behind the block the selection is in; there is one, so it moves. */
export const paywall: Command = (state, dispatch) => {
  if (!dispatch) return true;
  const tr = state.tr;
  const { to } = topLevel(state);
  const old: number[] = [];
  state.doc.forEach((node, offset) => { if (node.type === nodes.paywall) old.push(offset); });
  for (const at of old.reverse()) tr.delete(at, at + 1);
  const at = tr.mapping.map(to);
  tr.insert(at, nodes.paywall!.create());
  tr.setSelection(NodeSelection.create(tr.doc, at));
  dispatch(tr.scrollIntoView());
  return true;
};

/** Moves the top-level block at `index`, or the one that the selection is in, over its neighbour. */
export const move = (step: 1 | -1, index?: number): Command => (state, dispatch) => {
  const at = index ?? topLevel(state).index;
  const other = at + step;
  if (at < 0 || other < 0 || at >= state.doc.childCount || other >= state.doc.childCount) return false;
  if (!dispatch) return true;
  const [first, second] = [state.doc.child(Math.min(at, other)), state.doc.child(Math.max(at, other))];
  let from = 0;
  for (let before = 0; before < Math.min(at, other); before += 1) from += state.doc.child(before).nodeSize;
  const { selection } = state;
  const tr = state.tr.replaceWith(from, from + first.nodeSize + second.nodeSize, [second, first]);
  const moved = step === 1 ? from + second.nodeSize : from;
  const own = state.doc.child(at);
  if (own.isAtom) tr.setSelection(NodeSelection.create(tr.doc, moved));
  else {
    const start = step === 1 ? from : from + first.nodeSize;
    const place = (pos: number) => tr.doc.resolve(Math.min(Math.max(pos - start, 0), own.nodeSize) + moved);
    tr.setSelection(TextSelection.between(place(selection.anchor), place(selection.head)));
  }
  dispatch(tr.scrollIntoView());
  return true;
};

/** Puts a footnote's mark at the selection, and its text behind the last. */
export const footnote: Command = (state, dispatch) => {
  const { $to } = state.selection;
  if (!$to.parent.inlineContent || $to.parent.type.spec.code || within(state, nodes.footnote!)) return false;
  if (!dispatch) return true;
  const labels = new Set<string>();
  let end = 0;
  state.doc.forEach((node, offset) => {
    if (node.type === nodes.footnote) labels.add(node.attrs.label);
    if (node.type !== nodes.raw || node.textContent.startsWith("<")) end = offset + node.nodeSize;
  });
  let number = 1;
  while (labels.has(String(number))) number += 1;
  const label = String(number);
  const tr = state.tr.insert($to.pos, nodes.footnote_mark!.create({ label }));
  const at = tr.mapping.map(end);
  tr.insert(at, nodes.footnote!.create({ label }, nodes.paragraph!.create()));
  dispatch(tr.setSelection(Selection.near(tr.doc.resolve(at + 2))).scrollIntoView());
  return true;
};

export const table: Command = insertBlock(() => {
  const row = (type: NodeType) => nodes.table_row!.create(null, Array.from({ length: 3 }, () => type.create()));
  return nodes.table!.create(null, [row(nodes.table_header!), row(nodes.table_cell!), row(nodes.table_cell!)]);
});

/** Aligns the column that the selection is in. */
export const align = (align: string | null): Command => (state, dispatch) => {
  const own = ancestor(state, (node) => node.type === nodes.table);
  const { $from } = state.selection;
  if (!own) return false;
  const depth = $from.depth - (["table_cell", "table_header"].includes($from.parent.type.name) ? 1 : 0);
  const column = $from.index(depth);
  if (!dispatch) return true;
  const tr = state.tr;
  own.node.forEach((row, offset) => {
    let at = own.pos + 2 + offset;
    row.forEach((cell, _, index) => {
      if (index === column) tr.setNodeMarkup(at, null, { ...cell.attrs, align });
      at += cell.nodeSize;
    });
  });
  dispatch(tr);
  return true;
};

/** The link around the selection, or where it ends. */
export function linkAt(state: EditorState): { from: number; to: number; href: string } | null {
  const { $from, from, to } = state.selection;
  const type = marks.link!;
  const here = type.isInSet($from.marksAcross(state.selection.$to) ?? $from.marks()) ?? type.isInSet($from.nodeAfter?.marks ?? []);
  if (!here) return null;
  let [start, end] = [from, to];
  const { parent } = $from;
  const base = $from.start();
  parent.forEach((node, offset) => {
    if (!here.isInSet(node.marks)) return;
    const [a, b] = [base + offset, base + offset + node.nodeSize];
    if (b >= start && a <= end) [start, end] = [Math.min(start, a), Math.max(end, b)];
  });
  return { from: start, to: end, href: here.attrs.href };
}
