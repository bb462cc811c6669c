// What typing does: keys, and Markdown as it is typed.
import { baseKeymap, chainCommands, exitCode } from "prosemirror-commands";
import { redo } from "prosemirror-history";
import { InputRule, inputRules, textblockTypeInputRule, wrappingInputRule } from "prosemirror-inputrules";
import { keymap } from "prosemirror-keymap";
import { liftListItem, sinkListItem, splitListItem } from "prosemirror-schema-list";
import { Plugin, TextSelection, type Command } from "prosemirror-state";
import { goToNextCell } from "prosemirror-tables";

import { isEmbeddable } from "../markdown/dialect.ts";
import { schema } from "../markdown/schema.ts";
import * as commands from "./commands.ts";

const { nodes, marks } = schema;

/** A line that is the address of a video becomes its card. */
const embed: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  const { parent } = $from;
  if (!empty || $from.depth !== 1 || parent.type !== nodes.paragraph || !isEmbeddable(parent.textContent)) return false;
  if (dispatch) {
    const tr = state.tr.replaceWith($from.before(), $from.after(), [nodes.embed!.create({ url: parent.textContent }), nodes.paragraph!.create()]);
    dispatch(tr.setSelection(TextSelection.create(tr.doc, $from.before() + 2)).scrollIntoView());
  }
  return true;
};

const lineBreak: Command = chainCommands(exitCode, (state, dispatch) => {
  const { $from } = state.selection;
  if (!$from.parent.inlineContent || ["heading", "table_cell", "table_header"].includes($from.parent.type.name)) return false;
  dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break!.create()).scrollIntoView());
  return true;
});

const keys = (leave: () => void): Record<string, Command> => {
  // Tab indents, but for one who has just pressed Escape: they want to go on.
  let leaving = false;
  const unlessLeaving = (command: Command): Command => (state, dispatch, view) => {
    if (!leaving) return command(state, dispatch, view);
    leaving = false;
    return false;
  };
  return {
    Enter: chainCommands(embed, splitListItem(nodes.list_item!, { checked: null })),
    "Shift-Enter": lineBreak,
    "Mod-Enter": exitCode,
    Tab: unlessLeaving(chainCommands(goToNextCell(1), sinkListItem(nodes.list_item!))),
    "Shift-Tab": unlessLeaving(chainCommands(goToNextCell(-1), liftListItem(nodes.list_item!))),
    "Mod-]": sinkListItem(nodes.list_item!),
    "Mod-[": liftListItem(nodes.list_item!),
    "Mod-Alt-0": (state, dispatch) => {
      const level = state.selection.$from.parent.attrs.level;
      return state.selection.$from.parent.type === nodes.heading && commands.heading(level)(state, dispatch);
    },
    "Mod-Shift-z": redo,
    "Alt-ArrowUp": commands.move(-1),
    "Alt-ArrowDown": commands.move(1),
    "Alt-F10": () => { leave(); return true; },
    Escape: () => { leaving = true; setTimeout(() => { leaving = false; }, 3000); return false; },
  };
};

/** Text between marks becomes marked text. */
function markRule(pattern: RegExp, name: string): InputRule {
  return new InputRule(pattern, (state, match, start, end) => {
    const [whole, before, words] = match;
    if (!words || state.doc.resolve(start).parent.type.spec.code) return null;
    const from = start + (before?.length ?? 0);
    const type = marks[name]!;
    if (state.doc.rangeHasMark(from, end, marks.code!)) return null;
    const tr = state.tr;
    const open = (whole.length - (before?.length ?? 0) - words.length) / 2;
    // The last character isn't in the document yet.
    tr.delete(from + open + words.length, end).delete(from, from + open);
    tr.addMark(from, from + words.length, type.create());
    return tr.removeStoredMark(type);
  });
}

const rules = inputRules({
  rules: [
    textblockTypeInputRule(/^(#{2,4})\s$/, nodes.heading!, ([, hashes]) => ({ level: hashes!.length })),
    textblockTypeInputRule(/^```$/, nodes.code_block!),
    wrappingInputRule(/^\s*>\s$/, nodes.blockquote!),
    wrappingInputRule(/^\s*[-*+]\s$/, nodes.bullet_list!),
    wrappingInputRule(/^(\d{1,9})[.)]\s$/, nodes.ordered_list!, ([, start]) => ({ start: Number(start) }), ([, start], list) => list.childCount + list.attrs.start === Number(start)),
    new InputRule(/^\[([ xX])\]\s$/, (state, [, mark], start, end) => {
      const $at = state.doc.resolve(start);
      if ($at.node(-1)?.type !== nodes.list_item || $at.index(-1) !== 0) return null;
      return state.tr.delete(start, end).setNodeAttribute($at.before(-1), "checked", mark !== " ");
    }),
    new InputRule(/^(?:---|\*\*\*)$/, (state, _, start) => {
      const $at = state.doc.resolve(start);
      if ($at.depth !== 1 || $at.parent.type !== nodes.paragraph) return null;
      const tr = state.tr.replaceWith($at.before(), $at.after(), [nodes.rule!.create(), nodes.paragraph!.create()]);
      return tr.setSelection(TextSelection.create(tr.doc, $at.before() + 2));
    }),
    markRule(/(^|[\s(„“"«–])\*\*([^*\s](?:[^*]*[^*\s])?)\*\*$/, "strong"),
    markRule(/(^|[\s(„“"«–])[*_]([^*_\s](?:[^*_]*[^*_\s])?)[*_]$/, "em"),
    markRule(/(^|[\s(„“"«–])~~([^~\s](?:[^~]*[^~\s])?)~~$/, "strike"),
    markRule(/(^|[\s(„“"«–])`([^`]+)`$/, "code"),
  ],
});

/** `leave` puts the focus on the toolbar. */
export function typing(shortcuts: Record<string, Command>, leave: () => void): Plugin[] {
  return [rules, keymap(shortcuts), keymap(keys(leave)), keymap(baseKeymap)];
}

