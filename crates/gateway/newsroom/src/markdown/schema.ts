// What a body can hold while it is edited: our Markdown dialect (`content::markdown`) as a document.
import { Schema, type NodeSpec, type MarkSpec } from "prosemirror-model";
import { tableNodes } from "prosemirror-tables";

const text = (dom: HTMLElement | string, name: string) => (dom instanceof HTMLElement ? dom.getAttribute(name) ?? "" : "");

const tables = tableNodes({
  tableGroup: "block",
  cellContent: "inline*",
  cellAttributes: {
    align: {
      default: null,
      getFromDOM: (dom) => dom.getAttribute("align"),
      setDOMAttr: (value, attrs) => { if (value) attrs.align = value; },
    },
  },
});

const nodes: Record<string, NodeSpec> = {
  // What is in `top` stands only between blocks, never within one.
  doc: { content: "(block | top)+" },
  paragraph: { content: "inline*", group: "block", parseDOM: [{ tag: "p" }], toDOM: () => ["p", 0] },
  heading: {
    attrs: { level: { default: 2 } },
    content: "inline*",
    group: "block",
    defining: true,
    // A story's title is the only first-level heading of its page.
    parseDOM: [1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}`, attrs: { level: Math.max(level, 2) } })),
    toDOM: (node) => [`h${Math.max(node.attrs.level, 2)}`, 0],
  },
  blockquote: { content: "block+", group: "block", defining: true, parseDOM: [{ tag: "blockquote" }], toDOM: () => ["blockquote", 0] },
  code_block: {
    attrs: { info: { default: "" } },
    content: "text*",
    marks: "",
    group: "block",
    code: true,
    defining: true,
    parseDOM: [{ tag: "pre", preserveWhitespace: "full" }],
    toDOM: (node) => ["pre", { "data-info": node.attrs.info, spellcheck: "false" }, ["code", 0]],
  },
  rule: { group: "block", parseDOM: [{ tag: "hr" }], toDOM: () => ["hr"] },
  ordered_list: {
    attrs: { start: { default: 1 }, delimiter: { default: "." }, tight: { default: true } },
    content: "list_item+",
    group: "block",
    parseDOM: [{ tag: "ol", getAttrs: (dom) => ({ start: Number(text(dom, "start") || 1) }) }],
    toDOM: (node) => ["ol", node.attrs.start === 1 ? {} : { start: node.attrs.start }, 0],
  },
  bullet_list: {
    attrs: { bullet: { default: "-" }, tight: { default: true } },
    content: "list_item+",
    group: "block",
    parseDOM: [{ tag: "ul" }],
    toDOM: () => ["ul", 0],
  },
  list_item: {
    // Whether it is done, of a task; null of any other.
    attrs: { checked: { default: null } },
    content: "paragraph block*",
    defining: true,
    parseDOM: [{ tag: "li", getAttrs: (dom) => ({ checked: { true: true, false: false }[text(dom, "data-checked")] ?? null }) }],
    toDOM: (node) => ["li", node.attrs.checked === null ? {} : { "data-checked": String(node.attrs.checked) }, 0],
  },
  ...tables,
  figure: {
    attrs: { src: { default: "" }, alt: { default: "" }, caption: { default: "" } },
    group: "block",
    draggable: true,
    parseDOM: [{ tag: "figure[data-src]", getAttrs: (dom) => ({ src: text(dom, "data-src"), alt: text(dom, "data-alt"), caption: text(dom, "data-caption") }) }],
    toDOM: (node) => ["figure", { "data-src": node.attrs.src, "data-alt": node.attrs.alt, "data-caption": node.attrs.caption }],
  },
  embed: {
    attrs: { url: { default: "" } },
    group: "block",
    draggable: true,
    parseDOM: [{ tag: "p[data-embed]", priority: 60, getAttrs: (dom) => ({ url: text(dom, "data-embed") }) }],
    toDOM: (node) => ["p", { "data-embed": node.attrs.url, class: "embed" }, ["span", node.attrs.url]],
  },
  // Where the teaser ends.
  paywall: { group: "top", draggable: true, parseDOM: [{ tag: "div[data-paywall]" }], toDOM: () => ["div", { "data-paywall": "" }] },
  // The text of a footnote.
  footnote: {
    attrs: { label: { default: "1" } },
    content: "block+",
    group: "top",
    defining: true,
    isolating: true,
    parseDOM: [{ tag: "aside[data-footnote]", getAttrs: (dom) => ({ label: text(dom, "data-footnote") }) }],
    toDOM: (node) => ["aside", { "data-footnote": node.attrs.label }, 0],
  },
  // Markdown that has no form of its own here, as it is written.
  raw: {
    content: "text*",
    marks: "",
    group: "top",
    code: true,
    defining: true,
    isolating: true,
    parseDOM: [{ tag: "pre[data-raw]", priority: 60, preserveWhitespace: "full" }],
    toDOM: () => ["pre", { "data-raw": "", spellcheck: "false" }, 0],
  },

  text: { group: "inline" },
  hard_break: { inline: true, group: "inline", selectable: false, parseDOM: [{ tag: "br" }], toDOM: () => ["br"] },
  image: {
    inline: true,
    attrs: { src: { default: "" }, alt: { default: "" }, title: { default: "" } },
    group: "inline",
    draggable: true,
    parseDOM: [{ tag: "img[data-src]", getAttrs: (dom) => ({ src: text(dom, "data-src"), alt: text(dom, "alt"), title: text(dom, "title") }) }],
    toDOM: (node) => ["img", { "data-src": node.attrs.src, alt: node.attrs.alt, title: node.attrs.title }],
  },
  footnote_mark: {
    inline: true,
    attrs: { label: { default: "1" } },
    group: "inline",
    parseDOM: [{ tag: "sup[data-footnote-mark]", priority: 60, getAttrs: (dom) => ({ label: text(dom, "data-footnote-mark") }) }],
    toDOM: (node) => ["sup", { "data-footnote-mark": node.attrs.label }, node.attrs.label],
  },
  // A tag or comment within a paragraph; readers don't see it.
  raw_inline: {
    inline: true,
    attrs: { source: { default: "" } },
    group: "inline",
    parseDOM: [{ tag: "code[data-source]", priority: 60, getAttrs: (dom) => ({ source: text(dom, "data-source") }) }],
    toDOM: (node) => ["code", { "data-source": node.attrs.source, class: "raw-inline" }, node.attrs.source],
  },
};

const marks: Record<string, MarkSpec> = {
  link: {
    // `reference`: the label of the definition that it is written with, if any. `angle`: `<https://…>`.
    attrs: { href: {}, title: { default: "" }, reference: { default: "" }, angle: { default: false } },
    inclusive: false,
    parseDOM: [{ tag: "a[href]", getAttrs: (dom) => ({ href: text(dom, "href"), title: text(dom, "title") }) }],
    toDOM: (mark) => ["a", { href: mark.attrs.href, title: mark.attrs.title || null, rel: "noopener" }, 0],
  },
  em: { parseDOM: [{ tag: "i" }, { tag: "em" }, { style: "font-style=italic" }], toDOM: () => ["em", 0] },
  strong: {
    parseDOM: [{ tag: "strong" }, { tag: "b", getAttrs: (dom) => (dom.style.fontWeight === "normal" ? false : null) }, { style: "font-weight", getAttrs: (value) => (/^(bold|[6-9]\d\d)$/.test(value) ? null : false) }],
    toDOM: () => ["strong", 0],
  },
  strike: { parseDOM: [{ tag: "s" }, { tag: "del" }, { tag: "strike" }], toDOM: () => ["del", 0] },
  // Last: the serialiser needs the mark without escapes innermost.
  code: { excludes: "", parseDOM: [{ tag: "code" }], toDOM: () => ["code", { spellcheck: "false" }, 0] },
};

export const schema = new Schema({ nodes, marks });
