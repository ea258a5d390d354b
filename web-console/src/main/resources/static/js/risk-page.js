// The risk page: the server measures again when prices, orders or limits changed, and only what differs is drawn.
import { follow, settle } from "./changes.js";
import { ask, replace, update } from "./parts.js";

const PATIENCE = 30000;

export function start() {
  const page = document.querySelector("[data-risk-events]");
  if (page) {
    settle(page.dataset.riskAddress);
    follow(page.dataset.riskEvents, draw);
  }
}

async function draw() {
  const page = document.querySelector("[data-risk-address]");
  const fresh = await ask(page.dataset.riskAddress, AbortSignal.timeout(PATIENCE));
  if (fresh) {
    update(fresh);
    picture(fresh);
  }
}

// A picture that is the same stays: somebody may have zoomed into it.
function picture(fresh) {
  const old = document.getElementById("backtest");
  const now = fresh.getElementById("backtest");
  const data = (card) => card.querySelector("[data-chart-data]").textContent;
  if (old && now && data(old) !== data(now)) {
    replace(old, document.importNode(now, true));
  }
}
