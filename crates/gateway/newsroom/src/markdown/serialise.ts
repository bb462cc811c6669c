// From the document to Markdown. Blocks that weren't touched keep the Markdown they came with (`source.ts`).
import { MarkdownSerializer, type MarkdownSerializerState } from "prosemirror-markdown";
import type { Mark, Node } from "prosemirror-model";

import { escape, normalised } from "./escape.ts";
import { schema } from "./schema.ts";

/** What the library keeps to itself. */
interface Inner extends Omit<MarkdownSerializerState, "options"> {
  out: string;
  atBlockStart: boolean;
  options: { labels: ReadonlySet<string>; cell?: boolean };
}

const inner = (state: MarkdownSerializerState) => state as unknown as Inner;

const title = (text: string) => (text ? ` "${text.replaceAll(/[\\"]/g, "\\$&").replaceAll(/\n\s*\n/g, "\n")}"` : "");

/** An address, in angle brackets where it would end early. */
function target(address: string): string {
  if (address && !/[\s()<>\\]/.test(address)) return address;
  if (/^[^\s<>\\]+$/.test(address) && balanced(address)) return address;
  return `<${address.replaceAll(/[<>\\]/g, "\\$&").replaceAll(/\s/g, " ")}>`;
}

function balanced(address: string): boolean {
  let depth = 0;
  for (const character of address) {
    if (character === "(") depth += 1;
    if (character === ")" && (depth -= 1) < 0) return false;
  }
  return depth === 0;
}

const describe = (text: string) => text.replaceAll(/\s+/g, " ").replaceAll(/[\\`*_~[\]<]/g, "\\$&").replaceAll(/&(?=[#\w]+;)/g, "\\&");
const picture = (src: string, alt: string, caption: string) => `![${describe(alt)}](${target(src)}${title(caption)})`;

/** The text that a link's mark is on, up to a place. */
function linkText(mark: Mark, parent: Node, end: number): string {
  let text = "";
  for (let at = end - 1; at >= 0 && mark.isInSet(parent.child(at).marks); at -= 1) text = parent.child(at).textContent + text;
  return text;
}

/** Whether a link is `<https://…>`, and its text still the address. */
function inAngles(mark: Mark, parent: Node, index: number): boolean {
  const { href, angle } = mark.attrs;
  if (!angle || ![href, href.replace(/^mailto:/, "")].includes(linkText(mark, parent, index + 1))) return false;
  return !mark.isInSet(parent.maybeChild(index + 1)?.marks ?? []);
}

/** A run of backticks that isn't in the text, with room where the text would touch it. */
function fence(text: string): { run: string; room: string } {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const runs = new Set([...text.matchAll(/`+/g)].map(([run]) => run.length));
  let length = 1;
  while (length <= longest && runs.has(length)) length += 1;
  return { run: "`".repeat(length), room: /^`|`$|^ .*[^ ].* $/.test(text) ? " " : "" };
}

const codeFence = (side: "before" | "after") => (_: MarkdownSerializerState, __: Mark, parent: Node, index: number) => {
  const { run, room } = fence(parent.child(side === "before" ? index : index - 1).text ?? "");
  return side === "before" ? run + room : room + run;
};

function table(state: MarkdownSerializerState, node: Node): void {
  const rows: Node[] = node.children.slice();
  const width = Math.max(...rows.map((row) => row.childCount));
  const line = (cells: string[]) => `| ${[...cells, ...Array<string>(width - cells.length).fill("")].join(" | ")} |`;
  const aligned = { left: ":---", center: ":---:", right: "---:" };
  const content = (cell: Node) => serialiser.serialize(schema.nodes.doc!.create(null, schema.nodes.paragraph!.create(null, cell.content)), { ...inner(state).options, cell: true } as object).replaceAll("\\\n", " ").replaceAll("\n", " ").replaceAll("|", "\\|").trim();
  rows.forEach((row, at) => {
    if (at > 0) state.ensureNewLine();
    state.write(line(row.children.map(content)));
    if (at > 0) return;
    state.ensureNewLine();
    state.write(line(Array.from({ length: width }, (_, column) => aligned[row.maybeChild(column)?.attrs.align as keyof typeof aligned] ?? "---")));
  });
  state.closeBlock(node);
}

const serialiser = new MarkdownSerializer(
  {
    paragraph(state, node) {
      state.renderInline(node);
      state.closeBlock(node);
    },
    heading(state, node) {
      state.write(`${"#".repeat(node.attrs.level)} `);
      state.renderInline(node, false);
      // A last `#` would be read as decoration.
      inner(state).out = inner(state).out.replace(/ (#+)$/, " \\$1");
      state.closeBlock(node);
    },
    blockquote(state, node) {
      state.wrapBlock("> ", null, node, () => state.renderContent(node));
    },
    code_block(state, node) {
      const longest = Math.max(2, ...[...node.textContent.matchAll(/`{3,}/g)].map(([run]) => run.length));
      // Backticks in the info string end it, so it gets tildes.
      const run = node.attrs.info.includes("`") ? "~".repeat(Math.max(3, ...[...node.textContent.matchAll(/~{3,}/g)].map(([run]) => run.length + 1))) : "`".repeat(longest + 1);
      state.write(`${run}${node.attrs.info}\n`);
      state.text(node.textContent, false);
      if (node.textContent) state.write("\n");
      state.write(run);
      state.closeBlock(node);
    },
    rule(state, node) {
      state.write("---");
      state.closeBlock(node);
    },
    bullet_list(state, node, parent, index) {
      const bullet = markerOf(parent, index);
      state.renderList(node, "  ", () => `${bullet} `);
    },
    ordered_list(state, node, parent, index) {
      const delimiter = markerOf(parent, index);
      const width = String(node.attrs.start + node.childCount - 1).length + 2;
      state.renderList(node, " ".repeat(width), (at) => `${node.attrs.start + at}${delimiter} `.padEnd(width));
    },
    list_item(state, node) {
      if (node.attrs.checked !== null) state.write(node.attrs.checked ? "[x] " : "[ ] ");
      state.renderContent(node);
    },
    table,
    figure(state, node) {
      state.write(picture(node.attrs.src, node.attrs.alt, node.attrs.caption));
      state.closeBlock(node);
    },
    embed(state, node) {
      state.write(node.attrs.url);
      state.closeBlock(node);
    },
    paywall(state, node) {
      state.write("<!-- paywall -->");
      state.closeBlock(node);
    },
    footnote(state, node) {
      state.wrapBlock("    ", `[^${node.attrs.label}]: `, node, () => state.renderContent(node));
    },
    raw(state, node) {
      state.text(node.textContent, false);
      state.closeBlock(node);
    },
    text(state, node, parent, index) {
      const { out, atBlockStart, options } = inner(state);
      const text = node.text ?? "";
      const address = node.marks.some((mark) => mark.type.name === "link" && inAngles(mark, parent, index));
      const lineStart = !options.cell && (atBlockStart || out.endsWith("\n"));
      state.text(address ? text : escape(text, lineStart, options.labels), false);
    },
    hard_break(state, _, parent, index) {
      if (parent.type.name === "heading") return state.write(" ");
      // At the end of a block it is none.
      if (parent.children.slice(index + 1).some((node) => node.type.name !== "hard_break")) state.write("\\\n");
    },
    image(state, node) {
      state.write(picture(node.attrs.src, node.attrs.alt, node.attrs.title));
    },
    footnote_mark(state, node) {
      state.write(`[^${node.attrs.label}]`);
    },
    raw_inline(state, node) {
      state.text(node.attrs.source, false);
    },
  },
  {
    em: { open: "*", close: "*", mixable: true, expelEnclosingWhitespace: true },
    strong: { open: "**", close: "**", mixable: true, expelEnclosingWhitespace: true },
    strike: { open: "~~", close: "~~", mixable: true, expelEnclosingWhitespace: true },
    link: {
      open: (_, mark, parent, index) => (inAngles(mark, parent, index) ? "<" : "["),
      close(state, mark, parent, index) {
        const { href, title: name, reference } = mark.attrs;
        if (inAngles(mark, parent, index - 1)) return ">";
        if (!reference || !inner(state).options.labels.has(normalised(reference))) return `](${target(href)}${title(name)})`;
        return normalised(linkText(mark, parent, index)) === normalised(reference) ? "]" : `][${reference}]`;
      },
      mixable: true,
    },
    code: { open: codeFence("before"), close: codeFence("after"), escape: false },
  },
);

const MARKERS: Record<string, readonly [attribute: string, one: string, other: string]> = { bullet_list: ["bullet", "-", "*"], ordered_list: ["delimiter", ".", ")"] };

/** What the items of a list are marked with; of any other block, nothing. */
export function ownMarker(node: Node): string | null {
  const [attribute] = MARKERS[node.type.name] ?? [];
  return attribute ? node.attrs[attribute] : null;
}

/** Two lists of a kind, one after the other, would be read as one, did they look alike. */
export function apart(list: Node, before: string | null): string {
  const [, one, other] = MARKERS[list.type.name]!;
  const own = ownMarker(list)!;
  return own !== before ? own : own === one ? other : one;
}

function markerOf(parent: Node, index: number): string {
  const list = parent.child(index);
  return apart(list, index > 0 && parent.child(index - 1).type === list.type ? markerOf(parent, index - 1) : null);
}

/** A list with another marker. */
export function marked(list: Node, marker: string): Node {
  const [attribute] = MARKERS[list.type.name]!;
  return list.type.create({ ...list.attrs, [attribute]: marker }, list.content);
}

/** A block as Markdown. `labels`: the definitions of links in force, normalised. */
export function serialiseBlock(node: Node, labels: ReadonlySet<string> = new Set()): string {
  return serialiser.serialize(schema.nodes.doc!.create(null, node), { labels } as object).replace(/\s+$/, "");
}
