// The editor: takes the place of the text area in the form `#editor`. The form is whole without it.
import "./editor.css";

import { autosave } from "./autosave/autosave.ts";
import { count } from "./view/count.ts";
import { Preview } from "./preview/preview.ts";
import { readTexts } from "./dom/texts.ts";
import { icons } from "./view/icons.ts";
import { wordsOf } from "./view/nodes.ts";
import { Page } from "./view/page.ts";
import { searchCards } from "./view/search-card.ts";

/** After the last key. */
const REST = 300;

function start(form: HTMLFormElement): void {
  readTexts(document);
  const area = form.querySelector<HTMLTextAreaElement>("textarea[data-island=editor]");
  if (!area) return;
  const { locale = document.documentElement.lang } = form.dataset;
  // Who may not write here reads it as it will be shown.
  const writes = !area.readOnly;
  let say = (_: string): void => undefined;
  const page = new Page(area, { language: locale, upload: form.dataset.upload ?? "/admin/media/upload", say: (message) => say(message) });
  if (writes) ({ say } = autosave(form, { filled: () => page.read(), writable: (writable) => { page.writable = writable; } }));
  else page.writable = false;
  searchCards(form);

  if (writes && form.dataset.preview) {
    const preview = new Preview(form);
    form.after(preview.dom);
    page.toolbar.add("preview", icons.preview, (button) => {
      preview.shown = !preview.shown;
      button.setAttribute("aria-pressed", String(preview.shown));
      document.documentElement.classList.toggle("with-preview", preview.shown);
    });
  }
  page.toolbar.add("markdown", icons.markdown, (button) => {
    page.plain = !page.plain;
    button.setAttribute("aria-pressed", String(page.plain));
  });

  const number = new Intl.NumberFormat(document.documentElement.lang);
  const outputs = form.querySelectorAll<HTMLElement>("[data-count]");
  let rest: ReturnType<typeof setTimeout> | undefined;
  area.addEventListener("input", () => {
    clearTimeout(rest);
    rest = setTimeout(() => {
      // Whoever wrote it: the Markdown's own writer, or a browser's extension.
      page.read();
      const counted = count(wordsOf(page.view.state), locale);
      for (const output of outputs) output.textContent = number.format(counted[output.dataset.count as keyof typeof counted]);
    }, REST);
  });

  // Saving by key is the save button's.
  form.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    event.preventDefault();
    form.querySelector<HTMLButtonElement>("button[name=act][value=save]")?.click();
  });
  document.documentElement.classList.add("with-editor");
}

const form = document.querySelector<HTMLFormElement>("form#editor");
if (form) start(form);
