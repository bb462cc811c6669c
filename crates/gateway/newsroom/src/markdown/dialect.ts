// Reading our dialect: markdown-it with tables and strikethrough, and what it lacks of what
// `crates/content/src/markdown/dialect.rs` reads.
import MarkdownIt from "markdown-it";
import type StateBlock from "markdown-it/lib/rules_block/state_block.mjs";
import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import type StateInline from "markdown-it/lib/rules_inline/state_inline.mjs";
import type Token from "markdown-it/lib/token.mjs";

/** Hosts whose lone address becomes a card (`content::markdown::inline::is_embeddable`). */
const HOSTS = ["youtube.com", "youtu.be", "vimeo.com", "bsky.app", "mastodon.social", "soundcloud.com", "arte.tv", "dailymotion.com", "flickr.com"];

/** Whether a lone address is one of a video or a post. */
export function isEmbeddable(address: string): boolean {
  if (!/^https:\/\/\S+$/.test(address) || !URL.canParse(address)) return false;
  const url = new URL(address);
  return HOSTS.some((known) => url.hostname === known || url.hostname.endsWith(`.${known}`)) || url.pathname.startsWith("/w/");
}

/** A bare address in running text, to where it ends (GFM, "Autolinks (extended)"). */
const ADDRESS = /(?:https?:\/\/|www\.)[^\s<`[\]\\]*[^\s<`[\]\\?!.,:*_~"')]/y;
const ADDRESS_BEGINS = /https?:\/\/|www\./g;
/** What markdown-it's own rule for text takes at once. */
const TEXT = /[^\n!#$%&*+\-:<=>@[\\\]^_`{}~]+/y;

/** The bare address that begins at `at`, or nothing. */
export function addressAt(text: string, at: number): string | null {
  if (at > 0 && !/[\s*_~(]/.test(text[at - 1]!)) return null;
  ADDRESS.lastIndex = at;
  return ADDRESS.exec(text)?.[0] ?? null;
}

/** Text up to the next address or character that may be markup. */
function plainText(state: StateInline, silent: boolean): boolean {
  TEXT.lastIndex = state.pos;
  let end = Math.min(state.posMax, state.pos + (TEXT.exec(state.src)?.[0].length ?? 0));
  ADDRESS_BEGINS.lastIndex = state.pos + 1;
  const address = ADDRESS_BEGINS.exec(state.src)?.index ?? end;
  end = Math.min(end, address);
  if (end <= state.pos) return false;
  if (!silent) state.pending += state.src.slice(state.pos, end);
  state.pos = end;
  return true;
}

/** A bare address is text as it stands: what would be markup in it is none. */
function bareAddress(state: StateInline, silent: boolean): boolean {
  const first = state.src[state.pos];
  if (first !== "h" && first !== "w") return false;
  const address = addressAt(state.src.slice(0, state.posMax), state.pos);
  if (!address) return false;
  if (!silent) state.pending += address;
  state.pos += address.length;
  return true;
}

/** `[^label]` */
function footnoteMark(state: StateInline, silent: boolean): boolean {
  const [whole, label] = /^\[\^([^\]\s]+)\]/.exec(state.src.slice(state.pos, state.posMax)) ?? [];
  if (!whole || !label || !(state.env.footnotes as Set<string> | undefined)?.has(label)) return false;
  if (!silent) state.push("footnote_mark", "sup", 0).attrs = [["label", label]];
  state.pos += whole.length;
  return true;
}

/** `[^label]: text`, with what is indented below it. Only between blocks: elsewhere it is text. */
function footnote(state: StateBlock, start: number, end: number, silent: boolean): boolean {
  if (state.level > 0 || state.sCount[start]! - state.blkIndent >= 4) return false;
  const from = state.bMarks[start]! + state.tShift[start]!;
  const [opening, label] = /^\[\^([^\]\s]+)\]:[ \t]*/.exec(state.src.slice(from, state.eMarks[start]!)) ?? [];
  if (!opening || !label) return false;
  if (silent) return true;
  const open = state.push("footnote_open", "aside", 1);
  open.attrs = [["label", label]];
  // The first line goes on behind the mark, as if it were indented; the rest is indented by four.
  const old = { mark: state.bMarks[start]!, shift: state.tShift[start]!, count: state.sCount[start]!, indent: state.blkIndent, parent: state.parentType };
  const text = from + opening.length;
  state.bMarks[start] = text;
  state.tShift[start] = 0;
  state.sCount[start] = 4;
  state.blkIndent = 4;
  state.parentType = "footnote" as typeof state.parentType;
  state.md.block.tokenize(state, start, end);
  state.parentType = old.parent;
  state.blkIndent = old.indent;
  state.bMarks[start] = old.mark;
  state.tShift[start] = old.shift;
  state.sCount[start] = old.count;
  open.map = [start, state.line];
  state.push("footnote_close", "aside", -1);
  return true;
}

/** Notes how a link is written: markdown-it tells only where it leads. */
function rememberReferences(md: MarkdownIt): void {
  const { __rules__: rules } = md.inline.ruler as unknown as { __rules__: { name: string; fn: (state: StateInline, silent: boolean) => boolean }[] };
  const read = rules.find((rule) => rule.name === "link")!.fn;
  md.inline.ruler.at("link", (state, silent) => {
    const start = state.pos;
    const token = state.tokens.length + (state.pending ? 1 : 0);
    if (!read(state, silent)) return false;
    if (!silent) {
      const source = state.src.slice(start, state.pos);
      const open = state.tokens[token];
      const [, text, label] = /^\[([\s\S]*?)\](?:\[([^[\]]*)\])?$/.exec(source) ?? [];
      if (open && source.endsWith("]")) open.meta = { reference: label || text };
    }
    return true;
  });
}

/** `[ ]` and `[x]` at the beginning of a list's item. */
function tasks(state: StateCore): void {
  state.tokens.forEach((token, at) => {
    const [paragraph, inline] = [state.tokens[at + 1], state.tokens[at + 2]];
    if (token.type !== "list_item_open" || paragraph?.type !== "paragraph_open" || inline?.type !== "inline") return;
    const first = inline.children?.[0];
    const [whole, mark] = (first?.type === "text" && /^\[([ xX])\][ \t]+(?=\S)/.exec(first.content)) || [];
    if (!whole || !first) return;
    token.attrSet("data-checked", String(mark !== " "));
    first.content = first.content.slice(whole.length);
  });
}

/** Paragraphs that are nothing but a picture or an embeddable address, and the mark of the paywall. */
function lone(state: StateCore): void {
  const { tokens } = state;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]!;
    if (token.type === "html_block") {
      token.type = token.level === 0 && token.content.trim() === "<!-- paywall -->" ? "paywall" : "raw";
    }
    const inline = tokens[at + 1];
    if (token.type !== "paragraph_open" || inline?.type !== "inline") continue;
    const only = inline.children?.length === 1 ? inline.children[0]! : null;
    const replacement = only?.type === "image" ? figure(state, only) : only?.type === "text" && isEmbeddable(only.content) ? embed(state, only) : null;
    if (!replacement) continue;
    replacement.map = token.map;
    replacement.level = token.level;
    tokens.splice(at, 3, replacement);
  }
}

function figure(state: StateCore, image: Token): Token {
  const token = new state.Token("figure", "figure", 0);
  token.attrs = [["src", String(image.attrGet("src") ?? "")], ["alt", plain(image.children)], ["title", String(image.attrGet("title") ?? "")]];
  token.content = image.content;
  token.children = image.children;
  return token;
}

function embed(state: StateCore, text: Token): Token {
  const token = new state.Token("embed", "p", 0);
  token.attrs = [["data-embed", text.content]];
  return token;
}

/** The text of a description, as a picture has it. */
export function plain(tokens: readonly Token[] | null): string {
  return (tokens ?? []).map((token) => (token.type === "softbreak" || token.type === "hardbreak" ? " " : token.children ? plain(token.children) : token.content)).join("");
}

export const markdown: MarkdownIt = new MarkdownIt("default", { html: true, linkify: false, typographer: false });
// An address may be anything here: what is unsafe is not shown (`content::markdown::sanitise`).
markdown.validateLink = () => true;
markdown.normalizeLink = (address) => address;
markdown.normalizeLinkText = (address) => address;
markdown.inline.ruler.at("text", plainText);
markdown.inline.ruler.before("text", "address", bareAddress);
markdown.inline.ruler.before("link", "footnote_mark", footnoteMark);
markdown.block.ruler.before("reference", "footnote", footnote, { alt: ["paragraph", "reference"] });
rememberReferences(markdown);
markdown.core.ruler.push("tasks", tasks);
markdown.core.ruler.push("lone", lone);
markdown.renderer.rules.raw = markdown.renderer.rules.html_block!;

/** The labels of all footnotes in a text. A mark without its note is text. */
export function footnoteLabels(text: string): Set<string> {
  return new Set([...text.matchAll(/^ {0,3}\[\^([^\]\s]+)\]:/gm)].map(([, label]) => label!));
}
