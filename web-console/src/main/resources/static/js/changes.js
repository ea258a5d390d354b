// Says when rows that a page shows have changed. One drawing at a time; what changes meanwhile is drawn afterwards.
import { listen } from "./stream.js";

/**
 * @param {string} url a stream of events `changed`
 * @param {() => Promise<void>} draw brings the page up to date
 */
export function follow(url, draw) {
  let known = 0;
  let busy = false;
  let again = false;

  async function run() {
    if (busy) {
      again = true;
      return;
    }
    do {
      again = false;
      busy = true;
      await draw();
      busy = false;
    } while (again);
  }

  // The first event says where the stream stands, not that something changed.
  listen(url, {
    names: ["changed"],
    onEvent() {
      known += 1;
      if (known > 1) {
        run();
      }
    },
  });
}

/** Gives a page its own address: the answer to a form stands under that of the form. */
export function settle(address) {
  if (location.pathname !== new URL(address, location.href).pathname) {
    history.replaceState(history.state, "", address);
  }
}
