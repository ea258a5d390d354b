// The risk page: the server measures again when prices, orders or limits changed, and only what differs is drawn.
import { ask, replace, update } from "./parts.js";
import { listen } from "./stream.js";

const PATIENCE = 30000;

let busy = false;
let again = false;

export function start() {
  const page = document.querySelector("[data-risk-events]");
  if (page) {
    // The answer to a form stands under the address of the form; what it shows has an address of its own.
    if (location.pathname !== new URL(page.dataset.riskAddress, location.href).pathname) {
      history.replaceState(history.state, "", page.dataset.riskAddress);
    }
    // The first event says where the stream stands, not that something changed.
    let known = 0;
    listen(page.dataset.riskEvents, {
      names: ["changed"],
      onEvent() {
        known += 1;
        if (known > 1) {
          draw();
        }
      },
    });
  }
}

// One request at a time; what changes meanwhile is asked for afterwards.
async function draw() {
  if (busy) {
    again = true;
    return;
  }
  busy = true;
  const page = document.querySelector("[data-risk-address]");
  const fresh = await ask(page.dataset.riskAddress, AbortSignal.timeout(PATIENCE));
  if (fresh) {
    update(fresh);
    picture(fresh);
  }
  busy = false;
  if (again) {
    again = false;
    draw();
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
