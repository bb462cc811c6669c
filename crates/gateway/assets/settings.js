// The page works without this: it shows the colours as soon as they are chosen.

const form = document.querySelector("[data-look]");
const frame = document.querySelector("iframe[name=preview]");
let rest = 0;
form?.addEventListener("input", () => {
  clearTimeout(rest);
  rest = setTimeout(() => {
    const chosen = new URLSearchParams(new FormData(form));
    chosen.delete("version");
    frame.src = `/admin/settings/theme/preview?${chosen}`;
  }, 300);
});
