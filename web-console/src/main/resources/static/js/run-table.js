// The table of annealing runs: fresh rows when the grid has news, and two of them to choose.
const MOST_CHOSEN = 2;

export function start() {
  const table = document.querySelector("[data-run-table]");
  if (!table) {
    return;
  }
  document.addEventListener("nqba:grid", ({ detail }) => {
    if (detail.name === "status" && document.activeElement?.closest("#run-rows form") === null) {
      refresh(table);
    }
  });
  // Rows asked for before a choice arrive after it: the address knows.
  table.addEventListener("htmx:afterSwap", () => mark(table));
  remember(table, chosen(table).map((box) => box.value));
  table.addEventListener("change", (event) => event.target.name === "run" && choose(table, event.target));
  table.querySelector("#compare-form")?.addEventListener("submit", (event) => {
    if (chosen(table).length !== MOST_CHOSEN) {
      event.preventDefault();
      table.querySelector("[data-compare-words]").textContent = "Mark two runs first";
    }
  });
}

// The server writes the rows, so that first view and update are the same fragment.
function refresh(table) {
  const href = new URL(table.dataset.href, location.href);
  for (const id of table.dataset.order.split(" ").filter(Boolean)) {
    href.searchParams.append("run", id);
  }
  window.htmx.ajax("GET", href.pathname + href.search, { target: "#run-rows", swap: "innerHTML show:none" });
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
  const words = table.querySelector("[data-compare-words]");
  if (words) {
    words.textContent = ids.length === MOST_CHOSEN ? "2 chosen" : "Choose two to compare";
  }
  const address = new URL(location.href);
  address.searchParams.delete("run");
  ids.forEach((id) => address.searchParams.append("run", id));
  history.replaceState(history.state, "", address);
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
