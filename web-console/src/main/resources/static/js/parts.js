// Brings the parts of a page up to date in place: what somebody holds, points at or has scrolled stays what it is.

/** Asks the server for a page and returns it as a document; null when the line or the grid is lost. */
export async function ask(address, signal) {
  try {
    const answer = await fetch(address, { headers: { Accept: "text/html", "HX-Request": "true" }, signal });
    if (answer.status === 401) {
      // The session is over: the sign-in leads back to this address.
      location.assign(address);
    }
    return answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
  } catch (error) {
    console.debug("No answer.", address, error);
    return null;
  }
}

let holding = false;
let waiting = [];

document.addEventListener("pointerdown", hold, true);
document.addEventListener("pointerup", release, true);
document.addEventListener("pointercancel", release, true);
document.addEventListener("keydown", (event) => [" ", "Enter"].includes(event.key) && hold(), true);
document.addEventListener("keyup", release, true);
addEventListener("blur", release);

/** Resolves when no button and no key is held down: a click that is half done belongs to what was under the pointer. */
export function released() {
  return holding ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve();
}

function hold() {
  holding = true;
}

// The click comes after the release, in the same turn.
function release() {
  setTimeout(() => {
    holding = false;
    waiting.forEach((resolve) => resolve());
    waiting = [];
  });
}

/** Draws every `[data-part]` of this page as it stands in a fresh one. */
export function update(page) {
  for (const part of document.querySelectorAll("[data-part]")) {
    const fresh = page.getElementById(part.id);
    if (fresh) {
      bring(part, fresh);
    }
  }
}

/** Brings one element up to date in place, from its twin in a fresh page. */
export function bring(part, fresh) {
  morph(part, fresh);
  drawn(part);
}

/** Puts an element of a fresh page in the place of the old one, for parts with charts and controls of their own. */
export function replace(old, fresh) {
  const held = old.contains(document.activeElement) ? document.activeElement.id : "";
  old.replaceWith(fresh);
  drawn(fresh);
  if (held) {
    document.getElementById(held)?.focus({ preventScroll: true });
  }
}

function drawn(element) {
  document.dispatchEvent(new CustomEvent("nqba:drawn", { detail: element }));
}

// A replaced element would lose the focus, the selection and a click that is half done; so only differences are written.
function morph(old, fresh) {
  if (old.isEqualNode(fresh)) {
    return;
  }
  // A text that changed is a new one: the same one, longer and aligned right, would count as moved.
  if (old.nodeType !== Node.ELEMENT_NODE || old.nodeName !== fresh.nodeName || old.id !== fresh.id) {
    old.replaceWith(fresh);
    return;
  }
  attributes(old, fresh);
  const before = [...old.childNodes];
  const after = [...fresh.childNodes];
  after.forEach((child, at) => (at < before.length ? morph(before[at], child) : old.append(child)));
  before.slice(after.length).forEach((child) => child.remove());
}

function attributes(old, fresh) {
  for (const { name } of [...old.attributes]) {
    // What somebody opened stays open.
    const opened = name === "open" && old.nodeName === "DETAILS";
    if (!opened && !fresh.hasAttribute(name)) {
      old.removeAttribute(name);
    }
  }
  for (const { name, value } of fresh.attributes) {
    if (old.getAttribute(name) !== value) {
      old.setAttribute(name, value);
    }
  }
}
