// From Markdown to the document that is edited, block by block.
import type Token from "markdown-it/lib/token.mjs";
import { MarkdownParser, type ParseSpec } from "prosemirror-markdown";
import type { Node } from "prosemirror-model";

import { footnoteLabels, markdown, plain } from "./dialect.ts";
import { schema } from "./schema.ts";
import { serialiseBlock } from "./serialise.ts";

/** A block as it is written. */
export interface Block {
  node: Node;
  source: string;
  /** What stands between the block before it and it. */
  gap: string;
}

/** A text, read. */
export interface Read {
  blocks: Block[];
  /** What stands behind the last block. */
  end: string;
}

/** What the rest of a text says about a part of it. */
interface Environment {
  references: Record<string, { href: string; title: string }>;
  footnotes: Set<string>;
  tokens?: Token[];
}

const attribute = (token: Token, name: string) => String(token.attrGet(name) ?? "");
const picture = (token: Token, title: string) => ({ src: attribute(token, "src"), alt: plain(token.children), [title]: attribute(token, "title") });
const tight = (tokens: readonly Token[], at: number) => {
  const level = tokens[at]!.level + 2;
  for (let next = at + 1; next < tokens.length && tokens[next]!.level >= level - 1; next += 1) {
    if (tokens[next]!.type === "paragraph_open" && tokens[next]!.level === level) return tokens[next]!.hidden;
  }
  return true;
};
const cell = (name: string): ParseSpec => ({ block: name, getAttrs: (token) => ({ align: /text-align:(\w+)/.exec(attribute(token, "style"))?.[1] ?? null }) });

const specs: Record<string, ParseSpec> = {
  paragraph: { block: "paragraph" },
  heading: { block: "heading", getAttrs: (token) => ({ level: Number(token.tag.slice(1)) }) },
  blockquote: { block: "blockquote" },
  bullet_list: { block: "bullet_list", getAttrs: (token, tokens, at) => ({ bullet: token.markup, tight: tight(tokens as Token[], at) }) },
  ordered_list: { block: "ordered_list", getAttrs: (token, tokens, at) => ({ start: Number(token.attrGet("start") ?? 1), delimiter: token.markup, tight: tight(tokens as Token[], at) }) },
  list_item: { block: "list_item", getAttrs: (token) => ({ checked: { true: true, false: false }[attribute(token, "data-checked")] ?? null }) },
  code_block: { block: "code_block" },
  fence: { block: "code_block", getAttrs: (token) => ({ info: token.info.trim() }), noCloseToken: true },
  hr: { node: "rule" },
  table: { block: "table" },
  thead: { ignore: true },
  tbody: { ignore: true },
  tr: { block: "table_row" },
  th: cell("table_header"),
  td: cell("table_cell"),
  figure: { node: "figure", getAttrs: (token) => picture(token, "caption") },
  embed: { node: "embed", getAttrs: (token) => ({ url: attribute(token, "data-embed") }) },
  paywall: { node: "paywall" },
  footnote: { block: "footnote", getAttrs: (token) => ({ label: attribute(token, "label") }) },
  raw: { block: "raw", noCloseToken: true },

  image: { node: "image", getAttrs: (token) => picture(token, "title") },
  hardbreak: { node: "hard_break" },
  footnote_mark: { node: "footnote_mark", getAttrs: (token) => ({ label: attribute(token, "label") }) },
  html_inline: { node: "raw_inline", getAttrs: (token) => ({ source: token.content }) },
  em: { mark: "em" },
  strong: { mark: "strong" },
  s: { mark: "strike" },
  code_inline: { mark: "code", noCloseToken: true },
  link: { mark: "link", getAttrs: (token) => ({ href: attribute(token, "href"), title: attribute(token, "title"), reference: token.meta?.reference ?? "", angle: token.markup === "autolink" }) },
};

/** The library's parser reads what it is given; here that is tokens. */
const parser = new MarkdownParser(schema, { parse: (_: string, { tokens }: Environment) => tokens ?? [] } as unknown as typeof markdown, specs);

/** Reads a text. What it can't represent becomes a block that shows its Markdown. */
export function read(text: string): Read {
  const env: Environment = { references: {}, footnotes: footnoteLabels(text) };
  const tokens = markdown.parse(text, env);
  const lines = text.split("\n");
  const begins: number[] = [0];
  for (const line of lines) begins.push(begins.at(-1)! + line.length + 1);
  const blocks: Block[] = [];
  // The line and the character up to which all is read.
  let line = 0;
  let offset = 0;
  const take = (start: number, end: number, make: (source: string) => Node) => {
    while (end > start && !lines[end - 1]!.trim()) end -= 1;
    const [from, to] = [begins[start]!, begins[end]! - 1];
    const source = text.slice(from, to);
    blocks.push({ node: make(source), source, gap: text.slice(offset, from) });
    [line, offset] = [end, to];
  };
  // Lines that are in no block: blank ones, and definitions.
  const skip = (end: number) => {
    let start = line;
    while (start < end && !lines[start]!.trim()) start += 1;
    if (start < end) take(start, end, raw);
  };
  for (let at = 0; at < tokens.length; at += 1) {
    const from = at;
    while (tokens[at]!.nesting === 1 || tokens[at]!.level > 0) at += 1;
    const group = tokens.slice(from, at + 1);
    const [start, end] = group[0]!.map ?? [line, line];
    skip(start);
    if (end > start) take(start, end, (source) => block(source, group, env));
  }
  skip(lines.length);
  return { blocks, end: text.slice(offset) };
}

/** What comrak reads otherwise than markdown-it: notes within other blocks, single tildes. */
const OTHERWISE = /^[ \t]*(?:[>*+-]|\d+[.)])[ \t>*+\-\d.)]*\[\^[^\]\s]+\]:|^[ \t]+\[\^[^\]\s]+\]:|(?<![~\\])~(?=[^\s~])(?:[^~\n]*[^\s~\\])?~(?!~)/m;

function block(source: string, tokens: Token[], env: Environment): Node {
  const literal = ["fence", "code_block"].includes(tokens[0]!.type);
  if (!literal && OTHERWISE.test(source)) return raw(source);
  try {
    const { childCount, firstChild } = parser.parse("", { ...env, tokens });
    if (childCount === 1 && firstChild && (firstChild.type === schema.nodes.raw || faithful(source, firstChild, env))) return firstChild;
  } catch {
    // Not for this document.
  }
  return raw(source);
}

/** Whether a block, written anew, is shown as it was. */
function faithful(source: string, node: Node, env: Environment): boolean {
  node.check();
  const shown = (text: string) => markdown.render(text, { references: { ...env.references }, footnotes: env.footnotes }).replaceAll(/\s+/g, " ").trim();
  return shown(source) === shown(serialiseBlock(node, new Set(Object.keys(env.references))));
}

function raw(source: string): Node {
  return schema.nodes.raw!.create(null, source ? schema.text(source) : null);
}
