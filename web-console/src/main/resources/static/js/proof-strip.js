// Moves the proof strips of a run as its figures arrive; draws exactly what ProofStrip.java draws.
import { amount, gap, isMoney, percent } from "./format.js";

const EXACT = 1e-9;
const MOST_TIMES = 10;

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
  const { sense, unit } = strip.dataset;
  const filled = position(sense, figures);
  const known = Number.isFinite(figures.value);
  strip.classList.toggle("proof--unknown", !known);
  strip.classList.toggle("proof--open", !Number.isFinite(figures.bound));
  const label = strip.querySelector(".proof__value");
  label.textContent = amount(figures.value, unit);
  set(label, { x: `${filled}%`, "text-anchor": filled > 50 ? "end" : "start" });
  set(strip.querySelector(".proof__open"), { x: `${filled}%`, width: `${100 - filled}%` });
  set(strip.querySelector(".proof__fill"), { width: `${filled}%` });
  set(strip.querySelector(".proof__needle"), { x: `${filled}%` });
  if (Number.isFinite(figures.bound)) {
    strip.querySelector("[data-proof-right]").textContent = `Bound ${amount(figures.bound, unit)}`;
  }
  strip.querySelector("figcaption").textContent = sentence(strip.dataset, figures);
}

// How far the value has come from baseline to bound, 0 to 100.
export function position(sense, { baseline, value, bound }) {
  if (!Number.isFinite(value) || !Number.isFinite(baseline)) {
    return 0;
  }
  const length = gain(sense, end(sense, { baseline, value, bound }), baseline);
  const way = gain(sense, value, baseline);
  if (!(length > 0)) {
    return way >= 0 ? 100 : 0;
  }
  return Math.min(100, Math.max(0, (100 * way) / length));
}

// How much better the one is than the other.
function gain(sense, value, other) {
  return sense === "MAXIMISE" ? value - other : other - value;
}

// Without a bound the strip ends at zero where the figure runs towards it; else the answer stands in the middle.
function end(sense, { baseline, value, bound }) {
  if (Number.isFinite(bound)) {
    return bound;
  }
  return gain(sense, 0, baseline) > 0 && !(gain(sense, 0, value) < 0) ? 0 : 2 * value - baseline;
}

export function sentence({ measure, sense, unit, baselineName, ending }, { baseline, value, bound }) {
  if (!Number.isFinite(value)) {
    return ending || "No answer yet: the first round brings one.";
  }
  return `${measure} ${amount(value, unit)}${againstBaseline()}${againstBound()}.`;

  function againstBaseline() {
    if (!Number.isFinite(baseline)) {
      return "";
    }
    const change = value - baseline;
    const size = comparable(baseline)
      ? percent(Math.abs(change) / Math.abs(baseline))
      : amount(Math.abs(change), unit);
    const below = sense === "MAXIMISE" ? change < 0 : change <= 0;
    return `, ${size} ${below ? "below" : "above"} ${baselineName}`;
  }

  function againstBound() {
    if (!Number.isFinite(bound)) {
      return ", nothing proven yet";
    }
    const open = gain(sense, bound, value);
    if (open <= EXACT * Math.max(1, Math.abs(bound))) {
      return ", proven to be the best possible";
    }
    const size = comparable(bound) ? gap(open / Math.abs(bound)) : amount(open, unit);
    return `, at most ${size} ${sense === "MAXIMISE" ? "below" : "above"} the best possible`;
  }

  // A share of an income that became a cost, or of next to nothing, means nothing.
  function comparable(base) {
    return (
      Math.abs(value) <= MOST_TIMES * Math.abs(base) &&
      ((base > 0 && value >= 0) || (base < 0 && value <= 0 && !isMoney(unit)))
    );
  }
}

function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, value);
  }
}
