// The search over pages, sites and runs: the server finds, this moves the choice.
export function start() {
  const dialog = document.getElementById("palette");
  if (!dialog) {
    return;
  }
  const input = dialog.querySelector("input");
  document.addEventListener("nqba:opened", (event) => {
    if (event.detail === "palette") {
      input.select();
      input.dispatchEvent(new CustomEvent("nqba:search"));
    }
  });
  input.addEventListener("keydown", (event) => onKey(event, dialog, input));
  // After settling: htmx writes the attributes of the swapped elements once more.
  dialog.addEventListener("htmx:afterSettle", () => activate(dialog, input, 0));
}

function onKey(event, dialog, input) {
  const results = links(dialog);
  const current = results.findIndex((link) => link.getAttribute("aria-selected") === "true");
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    const step = event.key === "ArrowDown" ? 1 : -1;
    activate(dialog, input, (current + step + results.length) % Math.max(1, results.length));
  } else if (event.key === "Enter" && current >= 0) {
    event.preventDefault();
    results[current].click();
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
