// The table of annealing runs: fresh rows when the grid has news, and two of them to choose.
import { ask, released, update } from "./parts.js";

const MOST_CHOSEN = 2;
const PATIENCE = 15000;

let refreshing = false;

export function start() {
  const table = document.querySelector("[data-run-table]");
  if (!table) {
    return;
  }
  document.addEventListener("nqba:grid", ({ detail }) => detail.name === "status" && refresh(table));
  remember(table, chosen(table).map((box) => box.value));
  table.addEventListener("change", (event) => event.target.name === "run" && choose(table, event.target));
  table.addEventListener("submit", (event) => {
    if (event.target.matches("[data-compare]") && chosen(table).length !== MOST_CHOSEN) {
      event.preventDefault();
      table.querySelector("[data-compare-words]").textContent = "Mark two runs first";
    }
  });
}

// The server writes the rows, so that first view and update are the same fragment.
async function refresh(table) {
  if (refreshing) {
    return;
  }
  refreshing = true;
  const href = new URL(table.dataset.href, location.href);
  for (const id of table.dataset.order.split(" ").filter(Boolean)) {
    href.searchParams.append("run", id);
  }
  const page = await ask(href, AbortSignal.timeout(PATIENCE));
  await released();
  refreshing = false;
  if (page) {
    draw(table, page);
  }
}

function draw(table, page) {
  const held = document.activeElement;
  update(page);
  // Rows asked for before a choice arrive after it: the address knows.
  mark(table);
  tell(table);
  if (!held.isConnected) {
    (document.getElementById(held.id) ?? table.querySelector(".table-wrap"))?.focus({ preventScroll: true });
  }
}

// The third choice takes the place of the first. What is chosen stands in the address.
function choose(table, box) {
  const order = (table.dataset.order ?? "").split(" ").filter((id) => id && id !== box.value);
  const marked = chosen(table).map((one) => one.value);
  const before = order.filter((id) => marked.includes(id)).concat(marked.filter((id) => !order.includes(id) && id !== box.value));
  const now = box.checked ? [...before, box.value] : before;
  remember(table, now.slice(-MOST_CHOSEN));
  mark(table);
}

function remember(table, ids) {
  table.dataset.order = ids.join(" ");
  tell(table);
  const address = new URL(location.href);
  address.searchParams.delete("run");
  ids.forEach((id) => address.searchParams.append("run", id));
  history.replaceState(history.state, "", address);
}

function tell(table) {
  const words = table.querySelector("[data-compare-words]");
  const text = table.dataset.order.split(" ").length === MOST_CHOSEN ? "2 chosen" : "Choose two to compare";
  if (words && words.textContent !== text) {
    words.textContent = text;
  }
}

function mark(table) {
  const ids = table.dataset.order.split(" ");
  for (const box of table.querySelectorAll("input[name=run]")) {
    box.checked = ids.includes(box.value);
  }
}

function chosen(table) {
  return [...table.querySelectorAll("input[name=run]:checked")];
}
