// The story as search engines and social networks show it, while it is written.
import { markdown, plain } from "../markdown/dialect.ts";

/** Keeps what is in `[data-search]` as the server would fill it from the form's fields. */
export function searchCards(form: HTMLFormElement): void {
  const value = (name: string) => (form.elements.namedItem(name) as HTMLInputElement | null)?.value.trim() ?? "";
  const show = () => {
    const title = value("seo_title") || plain(markdown.parseInline(value("title"), {})[0]?.children ?? null);
    const description = value("description") || value("standfirst");
    for (const place of form.querySelectorAll<HTMLElement>("[data-search]")) place.textContent = place.dataset.search === "title" ? title : description;
  };
  form.addEventListener("input", (event) => {
    if (["title", "seo_title", "standfirst", "description"].includes((event.target as HTMLInputElement).name)) show();
  });
}
