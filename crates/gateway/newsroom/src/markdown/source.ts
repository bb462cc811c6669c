// A document that remembers the Markdown it came from: what wasn't touched stays as it was, byte for byte.
import type { Node } from "prosemirror-model";

import { normalised } from "./escape.ts";
import { read, type Block } from "./parse.ts";
import { schema } from "./schema.ts";
import { apart, marked, ownMarker, serialiseBlock } from "./serialise.ts";

interface Origin extends Block {
  /** Its place among the blocks that were read. */
  place: number;
}

/** Between blocks of which one is new. */
const GAP = "\n\n";

export class Source {
  /** The text as a document. */
  readonly doc: Node;
  /** Nodes don't change: one that is still here is the one that was read. */
  readonly #origins = new WeakMap<Node, Origin>();
  /** One that was typed back, or moved by way of the clipboard, is a node like it. */
  readonly #alike = new Map<string, Origin>();
  readonly #written = new WeakMap<Node, string>();
  readonly #labels: ReadonlySet<string>;
  readonly #end: string;
  readonly #text: string;

  /** `before` is what was edited before: undoing goes back to it. */
  constructor(text: string, before?: Source) {
    const { blocks, end } = read(text);
    blocks.forEach((block, place) => {
      const origin = { ...block, place };
      this.#origins.set(block.node, origin);
      const shape = shapeOf(block.node);
      if (!this.#alike.has(shape)) this.#alike.set(shape, origin);
    });
    // Their places are those of another text.
    for (const [shape, origin] of before ? before.#alike : []) if (!this.#alike.has(shape)) this.#alike.set(shape, { ...origin, place: Number.NaN });
    this.#end = end;
    this.#text = text;
    const nodes = blocks.map((block) => block.node);
    this.doc = schema.nodes.doc!.create(null, nodes.length ? nodes : schema.nodes.paragraph!.create());
    this.#labels = labelsIn(this.doc);
  }

  /** A document that was made from this one by edits, as Markdown. */
  markdown(doc: Node): string {
    if (doc.eq(this.doc)) return this.#text;
    const labels = labelsIn(doc);
    const lost = [...this.#labels].some((label) => !labels.has(label));
    let text = "";
    let before: Node | null = null;
    let place: number | null = null;
    for (let node of doc.children) {
      if (node.type === schema.nodes.paragraph && node.childCount === 0) continue;
      const origin = this.#origin(node);
      const follows: boolean = origin?.place === (before === null ? 0 : place === null ? null : place + 1);
      // As it was, unless what is around it would be read with it now.
      const kept: Origin | null = origin && (follows || !clashes(origin.source, node, before)) && !(lost && usesLost(node, labels)) ? origin : null;
      if (!kept && before?.type === node.type && isList(node)) node = marked(node, apart(node, ownMarker(before)));
      const own = kept?.source ?? this.#write(node, labels);
      if (!own) continue;
      text += (follows && kept ? kept.gap : before ? GAP : "") + own;
      before = node;
      place = kept?.place ?? null;
    }
    return before ? text + this.#end : "";
  }

  #origin(node: Node): Origin | null {
    const own = this.#origins.get(node);
    if (own) return own;
    if (this.#written.has(node)) return null;
    const alike = this.#alike.get(shapeOf(node));
    if (alike) this.#origins.set(node, alike);
    return alike ?? null;
  }

  #write(node: Node, labels: ReadonlySet<string>): string {
    const known = this.#written.get(node);
    if (known !== undefined && labels.size === this.#labels.size) return known;
    const text = serialiseBlock(node, labels);
    this.#written.set(node, text);
    return text;
  }
}

const shapeOf = (node: Node) => JSON.stringify(node.toJSON());
const isList = (node: Node) => node.type === schema.nodes.bullet_list || node.type === schema.nodes.ordered_list;

/** Whether a block would be read together with the one that is before it now. */
function clashes(source: string, node: Node, before: Node | null): boolean {
  if (!before) return false;
  if (before.type === node.type && isList(node) && ownMarker(before) === ownMarker(node)) return true;
  // Indented code after a list or a note would belong to it.
  return /^ {2,}|^\t/.test(source) && (isList(before) || before.type === schema.nodes.footnote);
}

/** The definitions of links in a document, as names are compared. */
function labelsIn(doc: Node): ReadonlySet<string> {
  const labels = new Set<string>();
  for (const node of doc.children) {
    if (node.type !== schema.nodes.raw) continue;
    for (const [, label] of node.textContent.matchAll(/^ {0,3}\[([^\]^][^\]]*)\]:/gm)) labels.add(normalised(label!));
  }
  return labels;
}

function usesLost(node: Node, labels: ReadonlySet<string>): boolean {
  let found = false;
  node.descendants((child) => {
    found ||= child.marks.some((mark) => mark.type.name === "link" && mark.attrs.reference && !labels.has(normalised(mark.attrs.reference)));
    return !found;
  });
  return found;
}
