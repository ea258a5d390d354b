// The live indicator, fed by the stream of the grid that every page listens to.
import { listen } from "./stream.js";

const WORDS = { connected: "Live", "catching-up": "Catching up", lost: "Line lost", down: "Grid unreachable" };
const NAMES = ["status", "joined", "left", "unreachable", "reachable"];

const narrow = matchMedia("(max-width: 900px)");
let line = "catching-up";
let gridLost = false;
let lastEvent = 0;

export function start() {
  const url = document.body.dataset.live;
  if (!url) {
    return;
  }
  listen(url, {
    names: NAMES,
    onEvent(name, detail) {
      lastEvent = Date.now();
      gridLost = name === "unreachable" || (gridLost && name !== "reachable" && !detail.status);
      document.dispatchEvent(new CustomEvent("nqba:grid", { detail: { ...detail, name } }));
      show();
    },
    onState(state) {
      line = state;
      show();
    },
  });
  setInterval(showAge, 1000);
}

function show() {
  const badge = document.querySelector("[data-live-badge]");
  const state = gridLost && line === "connected" ? "lost" : line;
  const word = gridLost && line === "connected" ? WORDS.down : WORDS[line];
  badge.dataset.state = state;
  const text = badge.querySelector("[data-live-word]");
  // Written only when it changes, or a screen reader would repeat it with every event.
  if (text.textContent !== word) {
    text.textContent = word;
  }
  showAge();
}

function showAge() {
  const badge = document.querySelector("[data-live-badge]");
  const word = badge.querySelector("[data-live-word]").textContent;
  const age = lastEvent ? `, ${Math.floor((Date.now() - lastEvent) / 1000)} s ago` : "";
  badge.querySelector("[data-live-text]").textContent = narrow.matches ? word : word + age;
}
