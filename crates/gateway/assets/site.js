// Nothing here is needed: pages are whole without it.

// Changing the language keeps your place: a paragraph has the same id in every language. The links are
// at the top, so the place is where reading last rested.
const blocks = [...document.querySelectorAll(".prose > [id]")];
const place = () => blocks.findLast((block) => block.getBoundingClientRect().top < innerHeight / 3);
let read = null;
let rest = 0;
addEventListener("scroll", () => {
  clearTimeout(rest);
  rest = setTimeout(() => { if (scrollY > 200) read = place(); }, 400);
}, { passive: true });
for (const link of document.querySelectorAll("a[data-edition]")) {
  const keep = () => { if (read) link.hash = read.id; };
  link.addEventListener("pointerdown", keep);
  link.addEventListener("focus", keep);
}

// Whoever changes the language is met in it next time. The cookie holds nothing but the tag.
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

// The address of a gift link, likewise.
const gift = document.querySelector("[data-copy-field]");
if (gift && navigator.clipboard) {
  const [input, button] = gift.children;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(input.value);
    button.textContent = button.dataset.done;
  });
  input.addEventListener("focus", () => input.select());
}

// A free story that is left at once doesn't count. The server knows when it was opened, and decides.
// Who goes on to the story in another language hasn't left it.
const metered = document.querySelector("[data-meter]");
if (metered) {
  let stays = false;
  for (const link of document.querySelectorAll("a[data-edition], .languages a")) link.addEventListener("click", () => { stays = true; });
  addEventListener("pagehide", () => {
    if (!stays && performance.now() < 10_000) navigator.sendBeacon(metered.dataset.meter, new URLSearchParams({ story: metered.dataset.story }));
  });
}

// The language menu closes when you go elsewhere.
const menu = document.querySelector(".languages");
document.addEventListener("click", (event) => { if (menu && !menu.contains(event.target)) menu.open = false; });
document.addEventListener("keydown", (event) => { if (menu?.open && event.key === "Escape") { menu.open = false; menu.firstElementChild.focus(); } });

// Suggestions while somebody types (ARIA combobox with a list box). Enter without a choice searches.
const row = document.querySelector("[data-suggest]");
if (row) {
  const field = row.querySelector("input");
  const list = document.createElement("ul");
  Object.assign(list, { id: "suggestions", className: "suggestions", role: "listbox", hidden: true });
  list.setAttribute("aria-label", row.dataset.label);
  // Tells screen readers how many there are; a list that appears is not read out by itself.
  const status = Object.assign(document.createElement("p"), { className: "hidden", role: "status" });
  row.append(list, status);
  for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id })) field.setAttribute(name, value);
  let chosen = -1;
  let asked = 0;
  const choose = (index) => {
    chosen = index;
    [...list.children].forEach((option, at) => option.setAttribute("aria-selected", at === index));
    if (index < 0) return field.removeAttribute("aria-activedescendant");
    field.setAttribute("aria-activedescendant", list.children[index].id);
    list.children[index].scrollIntoView({ block: "nearest" });
  };
  const show = (titles, notes, addresses, told = "") => {
    status.textContent = told;
    list.replaceChildren(...titles.map((title, at) => {
      const option = Object.assign(document.createElement("li"), { id: `suggestion-${at}`, role: "option", textContent: title });
      option.dir = "auto";
      option.dataset.href = addresses[at];
      if (notes[at]) option.append(Object.assign(document.createElement("span"), { textContent: notes[at] }));
      return option;
    }));
    list.hidden = titles.length === 0;
    field.setAttribute("aria-expanded", !list.hidden);
    choose(-1);
  };
  field.addEventListener("input", async () => {
    const text = field.value.trim();
    const turn = ++asked;
    if (text.length < 2) return show([], [], []);
    const answer = await fetch(`${row.dataset.suggest}?q=${encodeURIComponent(text)}`).then((found) => found.ok ? found.json() : null).catch(() => null);
    // What was typed meanwhile is asked for already.
    if (answer && turn === asked) show(answer[1], answer[2], answer[3], answer[4]?.status);
  });
  field.addEventListener("keydown", (event) => {
    const count = list.hidden ? 0 : list.children.length;
    if (event.key === "Escape" && count) { event.preventDefault(); show([], [], []); }
    else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && count) {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      choose((chosen + 1 + step + count + 1) % (count + 1) - 1);
    } else if (event.key === "Enter" && chosen >= 0) { event.preventDefault(); location.href = list.children[chosen].dataset.href; }
  });
  // Before the field loses the focus and the list goes.
  list.addEventListener("mousedown", (event) => { event.preventDefault(); location.href = event.target.closest("li").dataset.href; });
  field.addEventListener("blur", () => { asked++; show([], [], []); });
}
