// Draws a chart card: picture, keys with the figures under the pointer, table, CSV, PNG, zoom and its place in the URL.
import { plain } from "./format.js";
import { saveBlob, tableOf, toCsv } from "./chart-data.js";
import { endLabels, options } from "./chart-style.js";

const cards = new Map();
const ZOOM_STEP = 1.6;

export function start(root) {
  for (const section of root.querySelectorAll("[data-chart]")) {
    if (!cards.get(section.id)?.section.isConnected && section.querySelector("canvas")) {
      cards.get(section.id)?.chart.destroy();
      cards.set(section.id, build(section));
    }
  }
  if (root === document) {
    document.addEventListener("nqba:theme", redraw);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
  }
}

/** Adds one point to a chart that grows: x and one value per series. */
export function append(id, x, values) {
  const card = cards.get(id);
  if (!card) {
    return;
  }
  card.data.x.push(x);
  card.data.series.forEach((series, index) => {
    series.values.push(values[index] ?? null);
    card.chart.data.datasets[index].data.push({ x, y: values[index] ?? NaN });
  });
  card.chart.update("none");
  showKeys(card, card.data.x.length - 1);
  const table = card.section.querySelector("[data-chart-table]");
  if (!table.hidden) {
    table.replaceChildren(tableOf(card.data));
  }
}

/** Adds one point to a chart that grows: x and the values by the names of the series. */
export function extend(id, x, values) {
  const card = cards.get(id);
  if (card) {
    append(id, x, card.data.series.map((series) => values[series.name] ?? null));
  }
}

/** Returns the names of the series of a chart. */
export function seriesOf(id) {
  return cards.get(id)?.data.series.map((series) => series.name) ?? [];
}

/** Returns how many points a chart holds. */
export function points(id) {
  return cards.get(id)?.data.x.length ?? 0;
}

function build(section) {
  const data = JSON.parse(section.querySelector("[data-chart-data]").textContent);
  const card = { section, data, chart: null };
  const wide = section.clientWidth >= 640;
  card.chart = new window.Chart(section.querySelector("canvas"), {
    plugins: [endLabels],
    ...options(section, data, wide, {
      onHover: (index) => showKeys(card, index),
      onZoom: () => remember(card),
    }),
  });
  card.room = { min: card.chart.options.scales.x.min, max: card.chart.options.scales.x.max };
  showKeys(card, null);
  bind(card);
  restoreZoom(card);
  restoreTable(card);
  section.dataset.drawn = "true";
  return card;
}

function bind(card) {
  for (const button of card.section.querySelectorAll("[data-chart-do]")) {
    button.addEventListener("click", () => ACTIONS[button.dataset.chartDo](card, button));
  }
  card.section.querySelector("canvas").addEventListener("mouseleave", () => showKeys(card, null));
}

const ACTIONS = {
  "zoom-in": (card) => zoom(card, ZOOM_STEP),
  "zoom-out": (card) => zoom(card, 1 / ZOOM_STEP),
  earlier: (card) => shift(card, -0.25),
  later: (card) => shift(card, 0.25),
  table: (card, button) => toggleTable(card, button),
  csv: (card) => saveBlob(new Blob([toCsv(card.data)], { type: "text/csv" }), `${card.data.id}.csv`),
  png: (card) => picture(card),
};

function zoom(card, factor) {
  if (card.data.x.length < 2) {
    return;
  }
  const { min, max } = card.chart.scales.x;
  const middle = (min + max) / 2;
  const half = (max - min) / 2 / factor;
  moveTo(card, middle - half, middle + half);
}

function shift(card, share) {
  if (card.data.x.length < 2) {
    return;
  }
  const { min, max } = card.chart.scales.x;
  const [first, last] = whole(card);
  const width = max - min;
  const from = Math.min(Math.max(first, min + share * width), last - width);
  moveTo(card, from, from + width);
}

function moveTo(card, from, to) {
  const [first, last] = whole(card);
  const min = Math.max(first, from);
  const max = Math.min(last, to);
  const all = min <= first && max >= last;
  card.chart.options.scales.x.min = all ? card.room.min : min;
  card.chart.options.scales.x.max = all ? card.room.max : max;
  card.chart.update("none");
  remember(card);
}

// A chart that waits for its first point has no whole yet.
function whole(card) {
  return [card.data.x[0], card.data.x[card.data.x.length - 1]];
}

function toggleTable(card, button) {
  const table = card.section.querySelector("[data-chart-table]");
  if (table.hidden && !table.firstChild) {
    table.append(tableOf(card.data));
  }
  table.hidden = !table.hidden;
  button.setAttribute("aria-expanded", String(!table.hidden));
  setParameter("table", table.hidden ? null : card.data.id);
}

// The zoom is part of the address: a shared link shows the same detail.
function remember(card) {
  const { min, max } = card.chart.scales.x;
  const [first, last] = whole(card);
  const all = min <= first && max >= last;
  setParameter("zoom", all ? null : `${card.data.id}.${written(min, max - min)}~${written(max, max - min)}`);
}

// Digits enough to tell places apart: seconds have fractions, milliseconds since 1970 do not.
function written(place, width) {
  return place.toFixed(Math.max(0, 3 - Math.floor(Math.log10(width))));
}

function restoreZoom(card) {
  const [, id, min, max] = /^([^.]+)\.([^~]+)~(.+)$/.exec(new URLSearchParams(location.search).get("zoom") ?? "") ?? [];
  if (id === card.data.id && Number(max) > Number(min)) {
    moveTo(card, Number(min), Number(max));
  }
}

function restoreTable(card) {
  if (new URLSearchParams(location.search).get("table") === card.data.id) {
    toggleTable(card, card.section.querySelector("[data-chart-do=table]"));
  }
}

function setParameter(name, value) {
  const address = new URL(location.href);
  if (value === null) {
    address.searchParams.delete(name);
  } else {
    address.searchParams.set(name, value);
  }
  history.replaceState(history.state, "", address);
}

function picture(card) {
  const source = card.chart.canvas;
  const copy = document.createElement("canvas");
  copy.width = source.width;
  copy.height = source.height;
  const pen = copy.getContext("2d");
  pen.fillStyle = getComputedStyle(card.section).backgroundColor;
  pen.fillRect(0, 0, copy.width, copy.height);
  pen.drawImage(source, 0, 0);
  copy.toBlob((blob) => saveBlob(blob, `${card.data.id}.png`));
}

function showKeys(card, index) {
  const list = card.section.querySelector("[data-chart-keys]");
  card.data.series.forEach((series, at) => {
    const value = index === null ? undefined : series.values[index];
    list.children[at].querySelector("b").textContent = value === undefined ? "" : plain(value ?? NaN, series.unit);
  });
}

function redraw() {
  for (const [id, card] of cards) {
    card.chart.destroy();
    if (card.section.isConnected) {
      const wide = card.section.clientWidth >= 640;
      card.chart = new window.Chart(card.section.querySelector("canvas"), {
        plugins: [endLabels],
        ...options(card.section, card.data, wide, {
          onHover: (index) => showKeys(card, index),
          onZoom: () => remember(card),
        }),
      });
      restoreZoom(card);
    } else {
      cards.delete(id);
    }
  }
}

