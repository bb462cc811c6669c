// Escaping text so that it is read as itself, and no more than that: editors read this Markdown too.
import { addressAt } from "./dialect.ts";

/** How markdown-it compares the names of definitions. */
export const normalised = (label: string) => label.trim().replaceAll(/\s+/g, " ").toLowerCase().toUpperCase();

const space = (character: string | undefined) => character !== undefined && /\s/.test(character);
const wordy = (character: string | undefined) => character !== undefined && /[\p{L}\p{N}]/u.test(character);

/** What would begin a block of another kind, at the beginning of a line: the place of the character to escape. */
function blockMark(text: string): number {
  if (/^(?:[-+*](?:[ \t]|$)|#{1,6}(?:[ \t]|$)|>|-[-\s]*$|=+\s*$)/.test(text)) return 0;
  const number = /^\d{1,9}(?=[.)](?:[ \t]|$))/.exec(text);
  return number ? number[0].length : -1;
}

/** Whether the bracket that opens at `at` may be read as a link, a note or a task. */
function opensLink(text: string, at: number, lineStart: boolean, labels: ReadonlySet<string>): boolean {
  const [whole, label] = /^\[([^[\]]*)\]/.exec(text.slice(at)) ?? [];
  if (!whole || label === undefined || label.startsWith("^")) return true;
  const next = text[at + whole.length];
  return next === "(" || next === "[" || next === ":" || labels.has(normalised(label)) || (lineStart && at === 0 && /^[ xX]$/.test(label));
}

/** Text as Markdown. `labels`: of the definitions in force. */
export function escape(text: string, lineStart: boolean, labels: ReadonlySet<string>): string {
  // Where a line begins, space has no meaning or that of a code block.
  if (lineStart) text = text.replace(/^[ \t]+/, "");
  const mark = lineStart ? blockMark(text) : -1;
  let out = "";
  let open = 0;
  for (let at = 0; at < text.length; at += 1) {
    const address = addressAt(text, at);
    if (address) {
      // What ends an address would be taken into it with a backslash.
      const [whole] = /^[?!.,:*_~"')]*/.exec(text.slice(at + address.length))!;
      out += address + whole;
      at += address.length + whole.length - 1;
      continue;
    }
    const character = text[at]!;
    const [before, after] = [text[at - 1], text[at + 1]];
    let escaped = at === mark;
    switch (character) {
      case "\\": escaped = after === undefined || /[!-/:-@[-`{-~]/.test(after); break;
      case "`": escaped = true; break;
      case "*": escaped ||= !(space(before) && space(after)); break;
      case "_": escaped = !(wordy(before) && wordy(after)) && !(space(before) && space(after)); break;
      // Comrak strikes through between single ones too.
      case "~": escaped = !(space(before) || (lineStart && at === 0)) || after === "~" || after === undefined; break;
      case "[":
        escaped = opensLink(text, at, lineStart, labels);
        if (!escaped) open += 1;
        break;
      case "]":
        escaped = open === 0;
        if (!escaped) open -= 1;
        break;
      case "<": escaped = after === undefined || /[A-Za-z/!?]/.test(after); break;
      case "&": escaped = /^&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]*);/.test(text.slice(at)); break;
      case "!": escaped = after === undefined; break;
      default:
    }
    out += escaped ? `\\${character}` : character;
  }
  return out;
}
