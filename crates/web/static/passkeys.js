// Passkeys. Everything else of Tamga works without a script; these need one, since only a script can ask a device.
// A button with data-passkey says what for: "sign-in", "again" or "add". It stays hidden where the browser cannot do it.
const able = typeof PublicKeyCredential === "function"
  && typeof PublicKeyCredential.parseRequestOptionsFromJSON === "function"
  && typeof PublicKeyCredential.parseCreationOptionsFromJSON === "function";

async function post(address, body) {
  const answer = await fetch(address, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return answer.json();
}

async function ask(purpose, form) {
  const adds = purpose === "add";
  const door = adds ? "/account/passkeys" : "/sign-in/passkey";
  const begun = await post(`${door}/begin`, {});
  if (begun.to || begun.error) return begun;
  const options = JSON.parse(begun.options);
  const credential = adds
    ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  const typed = Object.fromEntries(new FormData(form));
  return post(door, {
    ticket: begun.ticket,
    answer: JSON.stringify(credential.toJSON()),
    label: typed.passkey ?? "",
    next: typed.next ?? "",
    again: purpose === "again",
  });
}

for (const button of able ? document.querySelectorAll("[data-passkey]") : []) {
  const form = button.closest("form");
  const told = form.querySelector("[data-passkey-told]");
  button.hidden = false;
  button.addEventListener("click", async () => {
    button.disabled = true;
    told.textContent = "";
    try {
      const answer = await ask(button.dataset.passkey, form);
      if (answer.to) location.assign(answer.to);
      else told.textContent = answer.error;
    } catch {
      // The person stopped it, or the device did: its own words were shown by the browser.
      told.textContent = told.dataset.passkeyTold;
    }
    button.disabled = false;
  });
}
