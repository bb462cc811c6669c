// Commands and small rules, without a page.
import assert from "node:assert/strict";
import { describe, it } from "node:test";

import { EditorState, NodeSelection, TextSelection, type Command } from "prosemirror-state";

import { schema } from "../src/markdown/schema.ts";
import { Source } from "../src/markdown/source.ts";
import * as commands from "../src/view/commands.ts";
import { count } from "../src/view/count.ts";

/** Markdown in which `|` is the caret, or two of them the selection. */
function start(marked: string): { state: EditorState; source: Source } {
  const source = new Source(marked.replaceAll("|", ""));
  // The carets are found by reading the text with them.
  const places: number[] = [];
  new Source(marked).doc.descendants((node, pos) => {
    if (node.isText) for (const { index } of node.text!.matchAll(/\|/g)) places.push(pos + index - places.length);
  });
  const state = EditorState.create({ doc: source.doc });
  const [anchor = 1, head = anchor] = places;
  return { source, state: state.apply(state.tr.setSelection(TextSelection.create(source.doc, anchor, head))) };
}

/** The Markdown after a command. */
function after(marked: string, ...all: Command[]): string {
  let { state, source } = start(marked);
  for (const command of all) assert.ok(command(state, (tr) => { state = state.apply(tr); }), "it applies");
  return source.markdown(state.doc);
}

describe("commands", () => {
  it("make headings, and paragraphs of them", () => {
    assert.equal(after("a|b", commands.heading(2)), "## ab");
    assert.equal(after("## a|b", commands.heading(3)), "### ab");
    assert.equal(after("## a|b", commands.heading(2)), "ab");
  });

  it("make lists of a kind, and change it", () => {
    assert.equal(after("a|b", commands.list("bullet")), "- ab");
    assert.equal(after("a|b", commands.list("task")), "- [ ] ab");
    assert.equal(after("- a|b\n- c", commands.list("ordered")), "1. ab\n2. c");
    assert.equal(after("1. a|b\n2. c", commands.list("task")), "- [ ] ab\n- [ ] c");
    assert.equal(after("- [x] a|b", commands.list("bullet")), "- ab");
    assert.equal(after("- a|b", commands.list("bullet")), "ab");
  });

  it("mark text", () => {
    assert.equal(after("a |b| c", commands.mark("strong")), "a **b** c");
    assert.equal(after("a |b| c", commands.mark("em"), commands.mark("strike")), "a *~~b~~* c");
  });

  it("put the one paywall behind the block", () => {
    assert.equal(after("a\n\nb|\n\nc", commands.paywall), "a\n\nb\n\n<!-- paywall -->\n\nc");
    assert.equal(after("a|\n\nb\n\n<!-- paywall -->\n\nc", commands.paywall), "a\n\n<!-- paywall -->\n\nb\n\nc");
    assert.equal(after("a\n\n<!-- paywall -->\n\nb|\n\nc", commands.paywall), "a\n\nb\n\n<!-- paywall -->\n\nc");
  });

  it("move blocks, and the paywall, over their neighbours", () => {
    assert.equal(after("a\n\nb|\n\nc", commands.move(-1)), "b\n\na\n\nc");
    assert.equal(after("a\n\nb|\n\nc", commands.move(1), commands.move(-1)), "a\n\nb\n\nc");
    assert.equal(after("a\n\n<!-- paywall -->\n\nb", commands.move(1, 1)), "a\n\nb\n\n<!-- paywall -->");
    const { state } = start("a|");
    assert.equal(commands.move(-1)(state), false);
  });

  it("keep the selection on what was moved", () => {
    let { state } = start("a\n\n<!-- paywall -->\n\nb");
    commands.move(1, 1)(state, (tr) => { state = state.apply(tr); });
    assert.ok(state.selection instanceof NodeSelection && state.selection.node.type === schema.nodes.paywall);
    commands.move(-1)(state, (tr) => { state = state.apply(tr); });
    assert.equal(state.doc.child(1).type, schema.nodes.paywall);
  });

  it("number footnotes on, before the definitions of links", () => {
    assert.equal(after("A[^1]b|.\n\n[^1]: one\n\n[l]: https://e.org", commands.footnote), "A[^1]b[^2].\n\n[^1]: one\n\n[^2]:\n\n[l]: https://e.org");
  });

  it("align a column", () => {
    assert.equal(after("x|", commands.table).split("\n").length, 6);
    const { state, source } = start("");
    const table = new Source("| a | b |\n|---|---|\n| c | d |").doc;
    let own = state.apply(state.tr.replaceWith(0, state.doc.content.size, table.content));
    own = own.apply(own.tr.setSelection(TextSelection.near(own.doc.resolve(own.doc.content.size - 3), -1)));
    commands.align("right")(own, (tr) => { own = own.apply(tr); });
    assert.equal(source.markdown(own.doc), "| a | b |\n| --- | ---: |\n| c | d |");
  });
});

describe("counting", () => {
  it("is the server's", () => {
    assert.equal(count("L'Ukraine demande — 3 garanties.", "fr").words, 4);
    assert.deepEqual(count("Wort ".repeat(441), "de"), { words: 441, minutes: 3 });
    assert.equal(count("安全保障".repeat(250), "ja").minutes, 2);
    assert.deepEqual(count("", "en"), { words: 0, minutes: 1 });
  });
});
