// Nothing here is needed: pages are whole without it.

// Changing the language keeps your place: a paragraph has the same id in every language.
const blocks = [...document.querySelectorAll(".prose > [id]")];
const place = () => blocks.findLast((block) => block.getBoundingClientRect().top < innerHeight / 3);
for (const link of document.querySelectorAll("a[data-edition]")) {
  const keep = () => {
    const block = scrollY > 200 && place();
    if (block) link.hash = block.id;
  };
  link.addEventListener("pointerdown", keep);
  link.addEventListener("focus", keep);
}

// Whoever changes the language is met in it next time. It is the only cookie visitors get, and holds
// nothing but the tag.
for (const link of document.querySelectorAll("a[data-edition], .languages a")) {
  link.addEventListener("click", () => {
    document.cookie = `gazette-language=${link.hreflang}; path=/; max-age=31536000; samesite=lax${location.protocol === "https:" ? "; secure" : ""}`;
  });
}

// Copying the address needs a script, so its button appears with one.
const copy = document.querySelector("[data-copy]");
if (copy && navigator.clipboard) {
  copy.hidden = false;
  copy.firstElementChild.addEventListener("click", async ({ currentTarget: button }) => {
    await navigator.clipboard.writeText(document.querySelector("link[rel=canonical]").href);
    button.lastElementChild.textContent = button.dataset.done;
  });
}

// The language menu closes when you go elsewhere.
const menu = document.querySelector(".languages");
document.addEventListener("click", (event) => { if (menu && !menu.contains(event.target)) menu.open = false; });
document.addEventListener("keydown", (event) => { if (menu?.open && event.key === "Escape") { menu.open = false; menu.firstElementChild.focus(); } });
