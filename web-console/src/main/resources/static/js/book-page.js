// The figures of a book: fresh ones as prices come in, at most every few seconds. The server writes them, so that first
// view and update are the same fragment.
import { refresh } from "./live-table.js";

const PAUSE = 5000;

let last = 0;

export function start() {
  if (!document.querySelector("[data-live-book]")) {
    return;
  }
  document.addEventListener("nqba:grid", ({ detail }) => {
    if (detail.name === "status" && Date.now() - last > PAUSE) {
      last = Date.now();
      refresh();
    }
  });
}
