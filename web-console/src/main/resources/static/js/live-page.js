// Pages that show rows of the grid: fresh ones in place when the grid says that something changed.
import { follow, settle } from "./changes.js";
import * as table from "./live-table.js";
import { ask, released, update } from "./parts.js";

const PATIENCE = 15000;

export function start() {
  const page = document.querySelector("[data-changes]");
  if (!page) {
    return;
  }
  if (page.dataset.address) {
    settle(page.dataset.address);
  }
  follow(page.dataset.changes, () => (document.querySelector("form[data-table]") ? table.refresh() : draw(page)));
}

async function draw(page) {
  const fresh = await ask(page.dataset.address ?? location.href, AbortSignal.timeout(PATIENCE));
  await released();
  if (fresh) {
    update(fresh);
  }
}
