// Follows one run, or all runs shown on a page: strip, figures and log move as rounds come in.
import { append } from "./chart-card.js";
import { bytes, duration, gap, number } from "./format.js";
import { ask, released, replace } from "./parts.js";
import { figuresOf } from "./proof-strip.js";
import { listen } from "./stream.js";

const RETRY = 1000;
// A browser allows six lines per host: a list of many runs follows the first ones, and the next when one has ended.
const MOST_LINES = 3;

let waiting = [];

export function start() {
  waiting = [...document.querySelectorAll("[data-follow]")];
  waiting.splice(0, MOST_LINES).forEach(follow);
}

function followNext() {
  waiting.splice(0, 1).filter((element) => element.isConnected).forEach(follow);
}

function follow(element) {
  const runId = element.dataset.follow;
  listen(element.dataset.events, {
    names: ["progress", "finished"],
    done: "finished",
    after: Number(element.dataset.after),
    onEvent(name, event) {
      document.dispatchEvent(new CustomEvent("nqba:progress", { detail: { ...event, runId } }));
      show(element, event);
      complete(element, event);
      if (name === "finished") {
        // The last state has findings, schedules and links that only the server knows.
        setTimeout(() => reload(element), 300);
        followNext();
      }
    },
  });
}

function show(element, event) {
  fill(element, "round", number(event.round, 0));
  fill(element, "nodes", number(event.nodes, 0));
  fill(element, "elapsed", duration(event.elapsedMillis));
  // The closing step is no round: it receives no answers.
  if (event.bytes > 0) {
    fill(element, "bytes", bytes(event.bytes));
  }
  const open = openShare(event);
  if (open !== null) {
    fill(element, "gap", gap(open));
  }
  if (event.value !== null && event.round > Number(element.dataset.round)) {
    element.dataset.round = event.round;
    append("convergence", event.round, [event.value, event.bound]);
    append("gap", event.round, [open > 0 ? open * 100 : null]);
  }
  log(element, event);
}

// Against the bound, as the sentence of the strip counts it.
function openShare({ value, bound }) {
  return value === null || bound === null || bound === 0 ? null : Math.abs(value - bound) / Math.abs(bound);
}

function fill(element, name, text) {
  const place = element.querySelector(`[data-run-${name}]`);
  if (place) {
    place.textContent = text;
  }
}

function log(element, event) {
  const list = element.querySelector("[data-run-log]");
  if (!list || !event.message) {
    return;
  }
  const item = document.createElement("li");
  const when = document.createElement("span");
  when.className = "log__when";
  when.textContent = duration(event.elapsedMillis);
  const text = document.createElement("span");
  text.textContent = event.message;
  item.append(when, text);
  list.prepend(item);
}

// Baselines are known only after the start: what the server drew without them, it draws again with them.
async function complete(element, event) {
  const strip = element.querySelector("[data-proof]");
  if (!strip || event.round < 1 || element.dataset.completing || Number.isFinite(figuresOf(strip).baseline)) {
    return;
  }
  element.dataset.completing = "true";
  const page = await ask(location.href);
  await released();
  if (page) {
    for (const part of element.querySelectorAll("[data-run-part]")) {
      const fresh = page.getElementById(part.id);
      if (fresh) {
        part.replaceChildren(...fresh.childNodes);
      }
    }
  }
  delete element.dataset.completing;
}

// Until it is there: a line lost in this moment must not leave a page that says the run goes on.
async function reload(element) {
  const place = element.dataset.onFinish;
  if (!place) {
    return;
  }
  const page = await ask(location.href);
  await released();
  const fresh = page?.querySelector(place);
  if (!page || fresh?.matches(`[data-follow="${CSS.escape(element.dataset.follow)}"]`)) {
    setTimeout(() => reload(element), RETRY);
  } else if (fresh) {
    replace(document.querySelector(place), fresh);
  } else {
    // A list of running ones has it no longer.
    element.remove();
  }
}
