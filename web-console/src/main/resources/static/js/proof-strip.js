// Moves the proof strips of a run as its figures arrive; draws exactly what ProofStrip.java draws.
import { gap, money, percent } from "./format.js";

const EXACT = 1e-9;

export function start() {
  document.addEventListener("nqba:progress", (event) => {
    for (const strip of document.querySelectorAll(`[data-proof][data-run="${CSS.escape(event.detail.runId)}"]`)) {
      update(strip, event.detail);
    }
  });
}

/** Draws new figures; a figure that is missing stays as it was. */
export function update(strip, { value, bound, baseline }) {
  const before = figuresOf(strip);
  const figures = { baseline: baseline ?? before.baseline, value: value ?? before.value, bound: bound ?? before.bound };
  strip.dataset.proof = `${figures.baseline} ${figures.value} ${figures.bound}`;
  draw(strip, figures);
}

export function figuresOf(strip) {
  const [baseline, value, bound] = strip.dataset.proof.split(" ").map(Number);
  return { baseline, value, bound };
}

function draw(strip, figures) {
  const { currency } = strip.dataset;
  const filled = position(figures, figures.value);
  const known = Number.isFinite(figures.value);
  strip.classList.toggle("proof--unknown", !known);
  strip.classList.toggle("proof--open", !Number.isFinite(figures.bound));
  const label = strip.querySelector(".proof__value");
  label.textContent = money(figures.value, currency);
  set(label, { x: `${filled}%`, "text-anchor": filled > 50 ? "end" : "start" });
  set(strip.querySelector(".proof__open"), { x: `${filled}%`, width: `${100 - filled}%` });
  set(strip.querySelector(".proof__fill"), { width: `${filled}%` });
  set(strip.querySelector(".proof__needle"), { x: `${filled}%` });
  if (Number.isFinite(figures.bound)) {
    strip.querySelector("[data-proof-right]").textContent = `Bound ${money(figures.bound, currency)}`;
  }
  strip.querySelector("figcaption").textContent = sentence(strip.dataset, figures);
}

function position({ baseline, bound }, figure) {
  if (!Number.isFinite(figure) || !Number.isFinite(baseline)) {
    return 0;
  }
  const end = Number.isFinite(bound) ? bound : Math.min(0, figure);
  const length = baseline - end;
  if (length <= 0) {
    return figure <= baseline ? 100 : 0;
  }
  return Math.min(100, Math.max(0, (100 * (baseline - figure)) / length));
}

export function sentence({ measure, currency, baselineName }, { baseline, value, bound }) {
  if (!Number.isFinite(value)) {
    return "No answer yet: the first round brings one.";
  }
  return `${measure} ${money(value, currency)}${againstBaseline()}${againstBound()}.`;

  function againstBaseline() {
    if (!Number.isFinite(baseline)) {
      return "";
    }
    const saved = baseline - value;
    const amount = baseline > 0 && value >= 0 ? percent(Math.abs(saved) / baseline) : money(Math.abs(saved), currency);
    return `, ${amount} ${saved >= 0 ? "below" : "above"} ${baselineName}`;
  }

  function againstBound() {
    if (!Number.isFinite(bound)) {
      return ", nothing proven yet";
    }
    const open = value - bound;
    if (open <= EXACT * Math.max(1, Math.abs(bound))) {
      return ", proven to be the best possible";
    }
    return `, at most ${bound > 0 ? gap(open / bound) : money(open, currency)} above the best possible`;
  }
}

function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, value);
  }
}
