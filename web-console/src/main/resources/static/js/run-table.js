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
  for (const id of chosen(table).map((box) => box.value)) {
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
  for (const id of now.splice(0, Math.max(0, now.length - MOST_CHOSEN))) {
    table.querySelector(`#pick-${CSS.escape(id)}`).checked = false;
  }
  table.dataset.order = now.join(" ");
  table.querySelector("[data-compare-words]").textContent = now.length === MOST_CHOSEN ? "2 chosen" : "Choose two to compare";
  const address = new URL(location.href);
  address.searchParams.delete("run");
  now.forEach((id) => address.searchParams.append("run", id));
  history.replaceState(history.state, "", address);
}

function chosen(table) {
  return [...table.querySelectorAll("input[name=run]:checked")];
}
