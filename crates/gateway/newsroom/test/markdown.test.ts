// What the editor does to a text it is given: nothing, but for what was edited.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";

import type { Node } from "prosemirror-model";
import { EditorState } from "prosemirror-state";

import { footnoteLabels, markdown } from "../src/markdown/dialect.ts";
import { read } from "../src/markdown/parse.ts";
import { schema } from "../src/markdown/schema.ts";
import { serialiseBlock } from "../src/markdown/serialise.ts";
import { Source } from "../src/markdown/source.ts";

const samples = join(process.cwd(), "../../gazette/sample");
const bodies = readdirSync(samples, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap((entry) => readdirSync(join(samples, entry.name)).filter((name) => name.endsWith(".md")).map((name) => join(entry.name, name)))
  .map((name) => ({ name, body: readFileSync(join(samples, name), "utf8").split("+++\n").at(-1)! }));

const shown = (text: string) => markdown.render(text, { footnotes: footnoteLabels(text) }).replaceAll(/\s+/g, " ").trim();
const kinds = (text: string) => read(text).blocks.map(({ node }) => node.type.name);

/** The text after each block in turn was edited and edited back, and what it is with the block edited. */
function edited(text: string, at: number): string {
  const source = new Source(text);
  const state = EditorState.create({ doc: source.doc });
  let from = 0;
  for (let before = 0; before < at; before += 1) from += source.doc.child(before).nodeSize;
  let place: number | null = null;
  source.doc.child(at).descendants((node, position) => {
    if (node.isText) place ??= from + 1 + position + 1;
    return place === null;
  });
  if (place === null) return text;
  return source.markdown(state.tr.insertText("Zq", place).doc);
}

/** The document without what it was read from: all of it is written anew. */
function rewritten(text: string): string {
  const { blocks } = read(text);
  const labels = new Set(blocks.flatMap(({ node }) => (node.type.name === "raw" ? [...node.textContent.matchAll(/^\[([^\]]+)\]:/gm)].map(([, label]) => label!.toUpperCase()) : [])));
  return blocks.map(({ node }) => serialiseBlock(node, labels)).join("\n\n");
}

describe("the sample publication", () => {
  it("is there", () => assert.ok(bodies.length > 80, String(bodies.length)));

  it("comes back as it went in", () => {
    for (const { name, body } of bodies) {
      const source = new Source(body);
      assert.equal(source.markdown(source.doc), body, name);
    }
  });

  it("has a form for every block but definitions", () => {
    for (const { name, body } of bodies) {
      for (const { node, source } of read(body).blocks) {
        if (node.type.name === "raw") assert.match(source, /^\[[^\]]+\]: \S+/, `${name}: ${source}`);
      }
    }
  });

  it("is shown the same when all of it is written anew", () => {
    for (const { name, body } of bodies) assert.equal(shown(rewritten(body)), shown(body), name);
  });

  it("keeps every other block, byte for byte, when one is edited", () => {
    for (const { name, body } of bodies.filter((_, at) => at % 4 === 0)) {
      const { blocks } = read(body);
      blocks.forEach(({ node }, at) => {
        // In a definition it is another name: what refers to it is another block then.
        if (node.type.name === "raw") return;
        const after = read(edited(body, at)).blocks.map(({ source }) => source);
        assert.equal(after.length, blocks.length, `${name}, ${at}`);
        blocks.forEach(({ source }, other) => { if (other !== at) assert.equal(after[other], source, `${name}, ${at}`); });
      });
    }
  });
});

describe("the dialect", () => {
  const all = "One.[^1]\n\n<!-- paywall -->\n\n## Two\n\n- a\n- b\n\n![x](x.jpg \"X\")\n\n> q\n\n```\nc\n```\n\n| a |\n|---|\n| b |\n\n---\n\nhttps://youtu.be/x\n\n<div>no</div>\n\n[^1]: note\n\n[l]: https://e.org\n";

  it("has the blocks that the server knows", () => {
    assert.deepEqual(kinds(all), ["paragraph", "paywall", "heading", "bullet_list", "figure", "blockquote", "code_block", "table", "rule", "embed", "raw", "footnote", "raw"]);
  });

  it("comes back as it went in, however it is spaced", () => {
    for (const text of [all, "", "\n", "a", "a\n\n\n\nb\n\n", "  a\n# b\nc\n\n\n", "- a\n\n\n- b\n\n<!-- -->\n\n- c", "a\n***\nb\n\n    code\n\n", "[l]: x\n[m]: y\ntext\n", "```\nopen\n\n", "Setext\n===\n\n1) a\n2) b\n", "> a\nlazy\n\n* * *"]) {
      const source = new Source(text);
      assert.equal(source.markdown(source.doc), text, JSON.stringify(text));
    }
  });

  it("is written anew as it is shown", () => {
    const forms = [
      "A *b* **c** ***d*** ~~e~~ `f` ``g ` h`` [i](j \"k\") [l] [m][l] ![n](o.jpg \"p\") <https://q.org/r_s> \\\nt &amp; u\n\n[l]: https://e.org",
      "- [ ] open\n- [x] done\n- [y] other\n  - inner\n    1. first\n    2. second",
      "- loose\n\n- list\n\n  with a paragraph",
      "3. three\n4. four\n\n   four too",
      "> quoted\n>\n> - list\n>\n> > deeper",
      "| l | c | r | n |\n|:--|:-:|--:|---|\n| a \\| b | `c\\|d` | *e* | |",
      "~~~ rust\n```\nlet x;\n```\n~~~",
      "Note.[^a] And.[^b]\n\n[^a]: One.\n\n    Two.\n\n[^b]: - list",
      "A comment <!-- here --> and <b>there</b>.",
      "https://vimeo.com/1\n\nText https://example.org/a_b_c*d* text, www.example.org/a_b_.",
      "## Heading with *emphasis* and # in it #\n\n# First\n\n###### Sixth",
    ];
    for (const text of forms) {
      assert.ok(!kinds(text.split("\n\n[l]:")[0]!).includes("raw"), text);
      assert.equal(shown(rewritten(text)), shown(text), text);
    }
  });

  it("keeps as it is what it can't represent", () => {
    for (const text of ["<table>\n<tr><td>x</td></tr>\n</table>", "- ```\n  code first\n  ```", "> [^1]: hidden note", "A ~single~ one.", "<!-- paywall --> text"]) {
      assert.deepEqual(kinds(text), ["raw"], text);
      assert.equal(rewritten(text), text);
    }
  });

  it("knows an embed from a link", () => {
    assert.deepEqual(kinds("https://www.youtube.com/watch?v=a_b\n\nhttps://example.org/\n\nhttps://tube.example/w/x\n\nhttps://notyoutube.com/x"), ["embed", "paragraph", "embed", "paragraph"]);
  });
});

describe("what is written", () => {
  const paragraph = (...content: Node[]) => schema.nodes.paragraph!.create(null, content);
  const text = (words: string, ...marks: string[]) => schema.text(words, marks.map((name) => schema.marks[name]!.create()));

  /** Reads what is written for blocks; it must be those blocks. */
  function survives(...blocks: Node[]) {
    const doc = schema.nodes.doc!.create(null, blocks);
    const written = new Source("").markdown(doc);
    const again = new Source(written).doc;
    assert.deepEqual(again.toJSON(), doc.toJSON(), written);
  }

  it("is text, whatever it looks like", () => {
    for (const words of ["*a*", "_a_", "a_b_c", "5 * 3 * 2", "`a`", "\\", "a\\*b", "[a](b)", "[^1]", "[…]", "![a](b)", "<b>", "a < b", "&amp;", "AT&T", "# a", "#hash", "1. a", "1) a", "1998. A year", "- a", "+ a", "-", "---", "===", "***", "> a", "~~a~~", "~a~", "~5 bis ~7", "|a|b|", "[ ] a", "[a]: b", "<!-- paywall -->", "https://e.org/a_b_c_", "a]b[c", "a!", "snake_case_", "**", "```", "~~~", "2 < 3 > 1", "a  b", "\u00a0a", "c:\\x\\_y"]) survives(paragraph(text(words)));
  });

  it("writes no escape that isn't needed", () => {
    for (const words of ["[…]", "AT&T", "a < b", "a_b", "~5 %", "5 * 3", "#hash", "1998 (sic!)", "–", "„Zitat“", "1.5", "a - b", "https://e.org/a_b_c", "a+b=c"]) {
      assert.equal(serialiseBlock(paragraph(text(words))), words);
    }
  });

  it("keeps marks", () => {
    survives(paragraph(text("a "), text("b", "strong"), text("c", "em", "strong"), text(" "), text("d", "em")));
    survives(paragraph(text("x", "strike"), text("y`z", "code"), text("w", "strong", "code")));
    // Space at the edge of emphasis goes outside; the words stay.
    assert.equal(serialiseBlock(paragraph(text("a"), text(" b ", "strong"), text("c"))), "a **b** c");
  });

  it("keeps lists apart", () => {
    const list = (words: string) => schema.nodes.bullet_list!.create(null, schema.nodes.list_item!.create(null, paragraph(text(words))));
    const written = new Source("").markdown(schema.nodes.doc!.create(null, [list("a"), list("b"), list("c")]));
    assert.equal(written, "- a\n\n* b\n\n- c");
    assert.equal(new Source(written).doc.childCount, 3);
  });

  it("keeps a moved block as it was written", () => {
    const source = new Source("First *one*.\n\nSecond __two__.\n\n<!-- paywall -->\n\nThird.\n");
    const [first, second, wall, third] = source.doc.children;
    assert.equal(source.markdown(schema.nodes.doc!.create(null, [first!, wall!, second!, third!])), "First *one*.\n\n<!-- paywall -->\n\nSecond __two__.\n\nThird.\n");
  });

  it("gives links their address when its definition goes", () => {
    const source = new Source("See [the *page*][l].\n\n[l]: https://e.org \"T\"\n");
    assert.equal(source.markdown(schema.nodes.doc!.create(null, source.doc.child(0))), "See [the *page*](https://e.org \"T\").\n");
  });
});
