// The grid page: fresh figures and every join and leave, as the stream of the grid brings them.
import { refresh } from "./live-table.js";

const MOST_ENTRIES = 50;

export function start() {
  const page = document.querySelector("[data-grid-page]");
  if (!page) {
    return;
  }
  document.addEventListener("nqba:grid", ({ detail }) => {
    if (detail.name !== "status") {
      record(page, detail);
    }
    if (detail.status) {
      show(page);
    }
  });
}

// The server writes the figures, so that first view and update are the same.
function show(page) {
  if (page.querySelector("#caches")) {
    refresh();
  } else {
    // Opened while the grid was away: there is nothing to keep.
    location.reload();
  }
}

function record(page, event) {
  const list = page.querySelector("[data-grid-log]");
  page.querySelector("[data-grid-quiet]")?.remove();
  const item = document.createElement("li");
  const when = document.createElement("time");
  when.dateTime = event.at;
  when.textContent = new Intl.DateTimeFormat("en-GB", { timeStyle: "medium" }).format(new Date(event.at));
  const text = document.createElement("span");
  text.textContent = event.message;
  item.append(when, text);
  list.prepend(item);
  while (list.children.length > MOST_ENTRIES) {
    list.lastChild.remove();
  }
}
