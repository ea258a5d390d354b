// The frame: theme, dialogs, keyboard.
const PAGES = { c: "/", f: "/flyfox", p: "/goliath", s: "/sigma", o: "/optimisation", r: "/runs", n: "/grid" };
const CHORD_MILLIS = 2000;
const YEAR_SECONDS = 31536000;

let chordSince = -CHORD_MILLIS;

export function start() {
  for (const button of document.querySelectorAll("[data-theme-choice]")) {
    button.addEventListener("click", () => choose(button.dataset.themeChoice));
  }
  for (const button of document.querySelectorAll("[data-open]")) {
    button.addEventListener("click", () => open(button.dataset.open));
  }
  document.addEventListener("keydown", onKey);
  document.addEventListener("click", closeMenus);
  document.body.addEventListener("htmx:configRequest", addToken);
  for (const dialog of document.querySelectorAll("dialog")) {
    dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  }
  // On a phone the chosen tab may stand outside what is seen.
  for (const chosen of document.querySelectorAll("[data-tabs] [aria-current]")) {
    const tabs = chosen.parentElement;
    tabs.scrollLeft = chosen.offsetLeft - tabs.offsetLeft - (tabs.clientWidth - chosen.offsetWidth) / 2;
  }
  // On the document, because forms may be drawn anew.
  document.addEventListener("submit", ({ target }) => {
    if (target.matches("[data-submit-once]")) {
      target.querySelector("[type=submit]").setAttribute("aria-disabled", "true");
    }
  });
  document.addEventListener("change", ({ target }) => {
    if (target.matches("[data-submit-on-change]")) {
      target.form.requestSubmit();
    }
  });
}

export function open(id) {
  closeMenus();
  document.getElementById(id).showModal();
  document.dispatchEvent(new CustomEvent("nqba:opened", { detail: id }));
}

function choose(theme) {
  const root = document.documentElement;
  if (theme) {
    root.dataset.theme = theme;
  } else {
    delete root.dataset.theme;
  }
  const age = theme ? YEAR_SECONDS : 0;
  document.cookie = `nqba-theme=${theme}; path=/; max-age=${age}; samesite=lax`;
  for (const button of document.querySelectorAll("[data-theme-choice]")) {
    button.setAttribute("aria-pressed", String(button.dataset.themeChoice === theme));
  }
  document.dispatchEvent(new CustomEvent("nqba:theme"));
}

function closeMenus(event) {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!event || !menu.contains(event.target)) {
      menu.open = false;
    }
  }
}

function onKey(event) {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
    event.preventDefault();
    open("palette");
    return;
  }
  if (event.key === "Escape") {
    const menu = document.querySelector("details.menu[open]");
    closeMenus();
    menu?.querySelector("summary").focus();
    return;
  }
  const typing = event.target.closest("input, select, textarea, dialog[open]");
  if (typing || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  onLetter(event);
}

function onLetter(event) {
  // When the keys were pressed, not when a busy page came to hear of them.
  const chord = event.timeStamp - chordSince < CHORD_MILLIS;
  chordSince = event.key === "g" ? event.timeStamp : -CHORD_MILLIS;
  if (chord && PAGES[event.key]) {
    location.assign(PAGES[event.key]);
  } else if (event.key === "?") {
    event.preventDefault();
    open("shortcuts");
  } else if (event.key === "/") {
    event.preventDefault();
    document.querySelector("[data-filter]")?.focus();
  } else if (event.key === "[" || event.key === "]") {
    document.querySelector(event.key === "[" ? "[data-range-earlier]" : "[data-range-later]")?.click();
  }
}

function addToken(event) {
  const token = document.querySelector("meta[name=csrf-token]");
  if (token && event.detail.verb !== "get") {
    event.detail.headers[token.dataset.header] = token.content;
  }
}
