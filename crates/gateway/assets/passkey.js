// Passkeys. Everything else about signing in works without this; its buttons appear with it.

const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

async function say(path, body) {
  const answer = await fetch(`/admin/passkey/${path}`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}

// What the server says in base64url the browser wants as bytes, and the other way round.
function decoded({ publicKey }) {
  const named = (keys) => keys?.map((key) => ({ ...key, id: bytes(key.id) }));
  const options = { ...publicKey, challenge: bytes(publicKey.challenge) };
  if (options.user) options.user = { ...options.user, id: bytes(options.user.id) };
  if (options.excludeCredentials) options.excludeCredentials = named(options.excludeCredentials);
  if (options.allowCredentials) options.allowCredentials = named(options.allowCredentials);
  return { publicKey: options };
}

function encoded(credential) {
  const response = { clientDataJSON: text(credential.response.clientDataJSON) };
  for (const part of ["attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (credential.response[part]) response[part] = text(credential.response[part]);
  }
  if (credential.response.getTransports) response.transports = credential.response.getTransports();
  return { id: credential.id, rawId: text(credential.rawId), type: credential.type, extensions: credential.getClientExtensionResults(), response };
}

async function use(button) {
  const kind = button.dataset.passkey;
  const { step, options } = await say(kind, {});
  const asked = decoded(options);
  const credential = kind === "add" ? await navigator.credentials.create(asked) : await navigator.credentials.get(asked);
  const name = document.querySelector("[data-passkey-name]")?.value ?? "";
  const { to } = await say(`${kind}/finish`, { step, answer: encoded(credential), name, return_to: button.dataset.returnTo ?? "" });
  // A form that waits for the proof goes on by itself; what it asks for in its place isn't sent.
  const waiting = button.dataset.form && document.getElementById(button.dataset.form);
  if (waiting) {
    waiting.querySelector("[type=password]").disabled = true;
    waiting.submit();
  } else {
    location.assign(to);
  }
}

for (const button of document.querySelectorAll("[data-passkey]")) {
  if (!window.PublicKeyCredential) continue;
  const place = button.closest("[data-passkey-place]") ?? button;
  place.hidden = false;
  const problem = document.getElementById(button.dataset.problem);
  button.addEventListener("click", async () => {
    button.disabled = true;
    problem.hidden = true;
    try {
      await use(button);
    } catch (error) {
      console.info(error);
      problem.hidden = false;
      button.disabled = false;
    }
  });
}
