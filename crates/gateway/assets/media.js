// The library's pages are whole without this: it shows how far an upload is, takes files that are
// dropped, and lets the focal point be pointed at.

const form = document.querySelector("[data-upload]");
if (form) {
  const list = form.querySelector("[data-uploads]");
  const chosen = form.elements.file;

  /** Sends one file; resolves to what is wrong with it, or to nothing. */
  const send = (file) => new Promise((resolve) => {
    const line = document.createElement("li");
    const name = document.createElement("bdi");
    const bar = document.createElement("progress");
    name.textContent = file.name;
    bar.max = 1;
    bar.value = 0;
    bar.setAttribute("aria-label", file.name);
    line.append(name, bar);
    list.append(line);
    const end = (text, wrong) => {
      const told = document.createElement("span");
      told.textContent = text;
      if (wrong) told.className = "why";
      if (wrong) line.append(told); else bar.replaceWith(told);
      if (wrong) bar.remove();
      resolve(wrong ? text : null);
    };
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.setRequestHeader("accept", "application/json");
    request.responseType = "json";
    request.upload.addEventListener("progress", (event) => { if (event.lengthComputable) bar.value = event.loaded / event.total; });
    request.addEventListener("error", () => end(form.dataset.failed, true));
    request.addEventListener("load", () => {
      if (request.status === 201) end(form.dataset.taken, false);
      else end(request.response?.detail ?? request.response?.title ?? form.dataset.failed, true);
    });
    const body = new FormData();
    body.append("file", file);
    request.send(body);
  });

  /** Sends files one after the other: the server works on one at a time. */
  const sendAll = async (files) => {
    const button = form.querySelector("button");
    button.disabled = true;
    list.replaceChildren();
    let wrong = 0;
    for (const file of files) if (await send(file)) wrong += 1;
    button.disabled = false;
    if (wrong === 0) location.assign("/admin/media?done=uploaded");
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    sendAll([...chosen.files]);
  });
  for (const kind of ["dragenter", "dragover"]) {
    form.addEventListener(kind, (event) => { event.preventDefault(); form.classList.add("over"); });
  }
  form.addEventListener("dragleave", () => form.classList.remove("over"));
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    form.classList.remove("over");
    if (event.dataTransfer.files.length > 0) sendAll([...event.dataTransfer.files]);
  });
}

const focus = document.querySelector("[data-focus]");
if (focus) {
  const [x, y] = ["x", "y"].map((name) => document.getElementById(name));
  const point = focus.querySelector(".focus-point");
  const part = (field) => Math.min(100, Math.max(0, Number(field.value) || 0));
  const show = () => {
    point.style.left = `${part(x)}%`;
    point.style.top = `${part(y)}%`;
  };
  focus.classList.add("live");
  point.hidden = false;
  show();
  x.addEventListener("input", show);
  y.addEventListener("input", show);
  focus.addEventListener("click", (event) => {
    const box = focus.querySelector("img").getBoundingClientRect();
    x.value = Math.round(100 * (event.clientX - box.left) / box.width);
    y.value = Math.round(100 * (event.clientY - box.top) / box.height);
    show();
  });
}
