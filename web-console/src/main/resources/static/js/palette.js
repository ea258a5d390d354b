// The search over pages, sites and runs: the server finds, this moves the choice.
export function start() {
  const dialog = document.getElementById("palette");
  if (!dialog) {
    return;
  }
  const input = dialog.querySelector("input");
  // The text that the results on show belong to, and the text whose first result shall be opened.
  const search = { found: null, go: null };
  document.addEventListener("nqba:opened", (event) => {
    if (event.detail === "palette") {
      input.select();
      input.dispatchEvent(new CustomEvent("nqba:search"));
    }
  });
  input.addEventListener("keydown", (event) => onKey(event, dialog, input, search));
  dialog.addEventListener("close", () => (search.go = null));
  // After settling: htmx writes the attributes of the swapped elements once more.
  dialog.addEventListener("htmx:afterSettle", ({ detail }) => {
    search.found = detail.requestConfig.parameters.q;
    activate(dialog, input, 0);
    if (search.go === search.found) {
      search.go = null;
      links(dialog)[0]?.click();
    }
  });
}

function onKey(event, dialog, input, search) {
  const results = links(dialog);
  const current = results.findIndex((link) => link.getAttribute("aria-selected") === "true");
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    const step = event.key === "ArrowDown" ? 1 : -1;
    activate(dialog, input, (current + step + results.length) % Math.max(1, results.length));
  } else if (event.key === "Enter") {
    event.preventDefault();
    if (input.value === search.found) {
      results[current]?.click();
    } else {
      // Typed faster than found: what is on show belongs to an earlier text.
      search.go = input.value;
      input.dispatchEvent(new CustomEvent("nqba:search"));
    }
  }
}

function activate(dialog, input, index) {
  links(dialog).forEach((link, at) => {
    link.setAttribute("aria-selected", String(at === index));
    if (at === index) {
      input.setAttribute("aria-activedescendant", link.id);
      link.scrollIntoView({ block: "nearest" });
    }
  });
}

function links(dialog) {
  return [...dialog.querySelectorAll("a[role=option]")];
}
