// The editor's page: what is seen of a body, in the place of the text area that holds it.
import { dropCursor } from "prosemirror-dropcursor";
import { gapCursor } from "prosemirror-gapcursor";
import { history } from "prosemirror-history";
import { Slice, Fragment } from "prosemirror-model";
import { EditorState, Plugin } from "prosemirror-state";
import { tableEditing } from "prosemirror-tables";
import { EditorView } from "prosemirror-view";

import { element } from "../dom/element.ts";
import { isEmbeddable } from "../markdown/dialect.ts";
import { read } from "../markdown/parse.ts";
import { schema } from "../markdown/schema.ts";
import { Source } from "../markdown/source.ts";
import { text } from "../dom/texts.ts";
import { addressOf, link } from "./link.ts";
import { goToNote, nodeViews } from "./nodes.ts";
import { choose, pictures } from "./pictures.ts";
import { Toolbar, shortcuts } from "./toolbar.ts";
import { typing } from "./typing.ts";

export interface Options {
  /** The tag of the text's language. */
  language: string;
  /** Where pictures are sent. */
  upload: string;
  /** Tells what went wrong. */
  say: (message: string) => void;
}

export class Page {
  readonly toolbar: Toolbar;
  readonly view: EditorView;
  readonly #area: HTMLTextAreaElement;
  readonly #box: HTMLElement;
  #source: Source;
  #plain = false;
  #writable = true;

  constructor(area: HTMLTextAreaElement, { language, upload, say }: Options) {
    this.#area = area;
    this.#source = new Source(area.value);
    const acts = {
      link,
      picture: (_: EditorState, dispatch: unknown) => {
        if (dispatch) choose(this.view, upload, say);
        return true;
      },
    };
    this.toolbar = new Toolbar(acts, "editor-page");
    this.#box = element("div", { class: "editor-page prose", lang: language, dir: area.dir || area.form?.dir });
    area.before(this.toolbar.dom, this.#box);

    const label = document.querySelector<HTMLElement>(`label[for="${area.id}"]`);
    if (label) label.id ||= `${area.id}-label`;
    const help = element("p", { class: "hint", id: "editor-help" }, text("help"));
    this.#box.after(help);
    this.view = new EditorView(this.#box, {
      state: EditorState.create({
        doc: this.#source.doc,
        plugins: [
          ...typing(shortcuts(acts), () => this.toolbar.focus()),
          pictures(upload, say),
          pasting,
          tableEditing(),
          history(),
          dropCursor({ width: 3, color: false, class: "drop-cursor" }),
          gapCursor(),
        ],
      }),
      nodeViews,
      editable: () => this.#writable,
      attributes: { id: "editor-page", role: "textbox", "aria-multiline": "true", ...(label ? { "aria-labelledby": label.id } : { "aria-label": text("body") }), "aria-describedby": "editor-help", spellcheck: "true" },
      handleClickOn: (view, _, node) => {
        if (node.type !== schema.nodes.footnote_mark) return false;
        goToNote(view, node.attrs.label);
        return true;
      },
      dispatchTransaction: (transaction) => {
        const state = this.view.state.apply(transaction);
        this.view.updateState(state);
        if (transaction.docChanged && !transaction.getMeta("from-text")) this.#write();
        this.#usable();
      },
    });
    label?.addEventListener("click", (event) => {
      if (this.#plain) return;
      event.preventDefault();
      this.view.focus();
    });
    this.toolbar.attach(this.view);
    this.plain = false;
  }

  get plain(): boolean {
    return this.#plain;
  }

  /** Whether the Markdown itself is edited. */
  set plain(plain: boolean) {
    const focused = this.view.hasFocus() || document.activeElement === this.#area;
    this.#plain = plain;
    if (!plain) this.read();
    this.#area.hidden = !plain;
    this.#box.hidden = plain;
    this.#usable();
    if (focused) plain ? this.#area.focus() : this.view.focus();
  }

  set writable(writable: boolean) {
    this.#writable = writable;
    this.#area.readOnly = !writable;
    this.view.setProps({ editable: () => writable });
    this.#usable();
  }

  /** Shows what the text area holds. */
  read(): void {
    if (this.#source.markdown(this.view.state.doc) === this.#area.value) return;
    this.#source = new Source(this.#area.value, this.#source);
    const { state } = this.view;
    this.view.dispatch(state.tr.replaceWith(0, state.doc.content.size, this.#source.doc.content).setMeta("from-text", true));
  }

  #usable(): void {
    this.toolbar.show(this.view.state, !this.#plain && this.#writable);
  }

  /** Writes what is shown into the text area; who listens to it hears of that as of typing. */
  #write(): void {
    const markdown = this.#source.markdown(this.view.state.doc);
    if (markdown === this.#area.value) return;
    this.#area.value = markdown;
    this.#area.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

/** Text from elsewhere is read as Markdown, and what is copied as text is Markdown. */
const pasting = new Plugin({
  props: {
    clipboardTextParser(pasted, $context, asText) {
      if (asText || $context.parent.type.spec.code) return new Slice(Fragment.from(lines(pasted)), 1, 1);
      const blocks = read(pasted.replaceAll("\r\n", "\n").trim()).blocks.map(({ node }) => node);
      if (!blocks.length) return Slice.empty;
      const open = (node: (typeof blocks)[number]) => (node.type === schema.nodes.paragraph ? 1 : 0);
      return new Slice(Fragment.from(blocks), open(blocks[0]!), open(blocks.at(-1)!));
    },
    clipboardTextSerializer: (slice) => {
      const first = slice.content.firstChild;
      if (slice.content.childCount === 1 && first?.isTextblock) return first.textContent;
      const nodes = slice.content.content.filter((node) => node.isBlock);
      return nodes.length && nodes.every((node) => schema.nodes.doc!.contentMatch.matchType(node.type))
        ? new Source("").markdown(schema.nodes.doc!.create(null, nodes))
        : slice.content.textBetween(0, slice.content.size, "\n\n");
    },
    handlePaste(view, event) {
      const pasted = event.clipboardData?.getData("text/plain").trim() ?? "";
      const { $from, empty, from, to } = view.state.selection;
      if (!/^https?:\/\/\S+$/.test(pasted) || $from.parent.type.spec.code) return false;
      const href = addressOf(pasted);
      if (!empty && href) {
        view.dispatch(view.state.tr.addMark(from, to, schema.marks.link!.create({ href })));
        return true;
      }
      if ($from.depth !== 1 || $from.parent.type !== schema.nodes.paragraph || $from.parent.childCount || !isEmbeddable(pasted)) return false;
      view.dispatch(view.state.tr.replaceWith($from.before(), $from.after(), schema.nodes.embed!.create({ url: pasted })));
      return true;
    },
    // Cells that span others, and pictures of other sites, have no Markdown.
    transformPastedHTML: (html) => html.replaceAll(/\s(?:col|row)span="?\d+"?/gi, ""),
  },
});

const lines = (pasted: string) => pasted.split(/\r?\n/).map((line) => schema.nodes.paragraph!.create(null, line ? schema.text(line) : null));
