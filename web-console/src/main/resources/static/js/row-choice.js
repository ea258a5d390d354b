// The chosen row of a table: arrow keys move it, and it stands in the address.
export function start() {
  if (!document.querySelector("[data-rows]")) {
    return;
  }
  document.addEventListener("focusin", ({ target }) => {
    const row = target.closest("[data-rows] [data-row]");
    if (row) {
      const address = new URL(location.href);
      address.searchParams.set("row", row.dataset.row);
      history.replaceState(history.state, "", address);
      mark();
    }
  });
  document.addEventListener("keydown", move);
  document.addEventListener("nqba:drawn", mark);
  mark();
}

function move(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const row = event.target.closest("[data-rows] [data-row]");
  if (!step || !row) {
    return;
  }
  const links = [...row.closest("[data-rows]").querySelectorAll("[data-row] .table__row-link")];
  const next = links[links.indexOf(row.querySelector(".table__row-link")) + step];
  if (next) {
    event.preventDefault();
    next.focus();
  }
}

function mark() {
  const chosen = new URL(location.href).searchParams.get("row");
  for (const row of document.querySelectorAll("[data-rows] [data-row]")) {
    row.toggleAttribute("data-chosen", row.dataset.row === chosen);
  }
}
