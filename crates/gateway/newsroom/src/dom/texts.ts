// The interface's texts: the page brings them, in `<template data-text="…">`.
const found = new Map<string, string>();

/** Reads the texts of a page. */
export function readTexts(page: ParentNode): void {
  for (const template of page.querySelectorAll<HTMLTemplateElement>("template[data-text]")) {
    found.set(template.dataset.text!, template.content.textContent?.trim() ?? "");
  }
}

/** A text, with values for what stands in braces in it, such as `{time}`. */
export function text(key: string, values: Record<string, string> = {}): string {
  const own = found.get(key) ?? key;
  return own.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
