// Follows an annealing run beyond its value: rounds, nodes and elites, fetched when the run says that something happened.
import { extend, points, seriesOf, start as startCharts } from "./chart-card.js";
import { amount, bytes, elites, percent, perSecond } from "./format.js";
import { bring, released } from "./parts.js";

const PAUSE_MILLIS = 500;
// How often the server writes answer, nodes and log anew while figures move.
const PARTS_MILLIS = 3000;
// The server thins what it draws; a picture that grew beyond this is drawn by it again.
const MOST_POINTS = 2000;
const OTHERS = "Other nodes";
const BEST = "Best answer";
const BOUND = "Bound";
const EXCHANGE = "Found by exchange";
const GROWING = ["by-node", "closing", "diversity", "proposals", "flips"];

let busy = false;
let again = false;
let partsDrawn = 0;

export function start() {
  document.addEventListener("nqba:progress", ({ detail }) => {
    const page = document.querySelector("[data-annealing]");
    if (page?.dataset.runId === detail.runId) {
      catchUp(page);
    }
  });
}

// One request at a time; what happens meanwhile is asked for afterwards.
async function catchUp(page) {
  if (busy) {
    again = true;
    return;
  }
  busy = true;
  try {
    await addRounds(page);
  } finally {
    setTimeout(() => {
      busy = false;
      if (again && page.isConnected) {
        again = false;
        catchUp(page);
      }
    }, PAUSE_MILLIS);
  }
}

async function addRounds(page) {
  const answer = await fetch(`/api/v1/optimisation/runs/${page.dataset.runId}/rounds?after=${page.dataset.drawn}`, {
    headers: { Accept: "application/json" },
  }).catch(() => null);
  // A lost line is told by the live indicator; the next step of the run asks again.
  if (!answer?.ok || !page.isConnected) {
    return;
  }
  const rounds = (await answer.json()).filter((round) => round.round > Number(page.dataset.drawn));
  if (rounds.length === 0) {
    return;
  }
  const missing = rounds.some((round) => round.nodes.some((share) => lineOf("by-node", share) === null));
  if (missing || points("by-node") > MOST_POINTS) {
    await drawAgain(page, true);
    return;
  }
  for (const round of rounds) {
    show(page, round);
  }
  const told = !sameNodes(page, rounds.at(-1)) || rounds.some((round) => round.improvedByExchange);
  if (told || Date.now() - partsDrawn > PARTS_MILLIS) {
    await drawAgain(page, false);
  }
}

// Whether the table shows exactly the nodes of a round as present.
function sameNodes(page, round) {
  const shown = [...page.querySelectorAll("[data-node][data-present=true]")].map((row) => row.dataset.node);
  const seen = new Set(round.nodes.map(nameOf));
  return shown.length === seen.size && shown.every((name) => seen.has(name));
}

// The server writes what is more than figures; the lines only when a node needs a new one.
async function drawAgain(page, charts) {
  partsDrawn = Date.now();
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } }).catch(() => null);
  if (!answer?.ok || !page.isConnected) {
    return;
  }
  const text = await answer.text();
  const fresh = new DOMParser().parseFromString(text, "text/html");
  const told = fresh.querySelector("[data-annealing]");
  await released();
  if (!told || !page.isConnected) {
    return;
  }
  for (const id of ["run-node-rows", "run-answer", "run-log"]) {
    bring(page.querySelector(`#${id}`), fresh.getElementById(id));
  }
  if (!charts) {
    return;
  }
  for (const id of GROWING) {
    page.querySelector(`#${id}`).replaceWith(fresh.getElementById(id));
  }
  startCharts(page);
  for (const name of ["proposals", "difference", "elites"]) {
    page.querySelector(`[data-round-${name}]`).textContent = fresh.querySelector(`[data-round-${name}]`).textContent;
  }
  page.dataset.drawn = told.dataset.drawn;
}

function show(page, round) {
  page.dataset.drawn = round.round;
  const best = { [BEST]: round.value, [EXCHANGE]: round.improvedByExchange ? round.value : null };
  extend("by-node", round.round, { ...best, ...lines("by-node", round, (share) => share.value, null) });
  extend("closing", round.round, { [BEST]: round.value, [BOUND]: round.bound });
  const difference = round.poolSize < 2 ? NaN : round.diversity;
  extend("diversity", round.round, { Difference: Number.isFinite(difference) ? difference * 100 : null, Elites: round.poolSize });
  for (const count of ["proposals", "flips"]) {
    extend(count, round.round, lines(count, round, (share) => rate(share, count) / 1e6, (a, b) => a + b));
  }
  const rates = round.nodes.map((share) => rate(share, "proposals")).filter(Number.isFinite);
  page.querySelector("[data-round-proposals]").textContent = perSecond(rates.length > 0 ? rates.reduce((a, b) => a + b) : NaN);
  page.querySelector("[data-round-difference]").textContent = Number.isFinite(difference) ? percent(difference) : "–";
  page.querySelector("[data-round-elites]").textContent = elites(round.poolSize);
  for (const share of round.nodes) {
    showNode(page, share);
  }
}

// The line of a node: its own, the one that nodes share, or null before there is one.
function lineOf(id, share) {
  const names = seriesOf(id);
  return [nameOf(share), OTHERS].find((name) => names.includes(name)) ?? null;
}

// Values by the names of the lines; nodes without a line of their own share one.
function lines(id, round, figure, join) {
  const values = {};
  for (const share of round.nodes) {
    const name = lineOf(id, share);
    const value = figure(share);
    if (name !== null && value !== null && Number.isFinite(value)) {
      values[name] = values[name] === undefined ? value : (join ?? better(round))(values[name], value);
    }
  }
  return values;
}

// The best answer of all is the better end of what nodes know, whichever way the objective runs.
function better(round) {
  const values = round.nodes.map((share) => share.value).filter(Number.isFinite);
  const up = round.value !== null && round.value >= Math.max(...values);
  return up ? Math.max : Math.min;
}

// The workers of a node search side by side.
function rate(share, count) {
  const millis = share.searchMillis / Math.max(1, share.workers);
  return millis > 0 ? (share[count] * 1000) / millis : NaN;
}

function nameOf(share) {
  return share.nodeName || share.nodeId.slice(0, 8);
}

function showNode(page, share) {
  const row = page.querySelector(`[data-node="${CSS.escape(nameOf(share))}"]`);
  if (!row) {
    return;
  }
  row.querySelector("[data-node-best]").textContent = share.value === null ? "–" : amount(share.value, page.dataset.unit);
  row.querySelector("[data-node-proposals]").textContent = perSecond(rate(share, "proposals"));
  row.querySelector("[data-node-flips]").textContent = perSecond(rate(share, "flips"));
  row.querySelector("[data-node-bytes]").textContent = bytes(share.bytes);
}
