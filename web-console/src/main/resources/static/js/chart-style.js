// How our charts look: quiet axes, labels at the lines, colours from the tokens of the current theme.
import { number, plain } from "./format.js";
import { decimals, steps } from "./number-axis.js";
import { moment, tickLabel, ticks } from "./time-axis.js";

const PIXELS_PER_TICK = 72;
const NARROWEST_STEP = 48;
const LABEL_HEIGHT = 14;
const ROOM = 0.06;

export function options(section, data, wide, { onHover, onZoom }) {
  const ink = palette(section);
  window.Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
  return {
    data: { datasets: data.series.map((series) => dataset(data, series, ink)) },
    options: {
      responsive: true,
      maintainAspectRatio: false,
      animation: false,
      parsing: false,
      normalized: true,
      interaction: { mode: "index", intersect: false, axis: "x" },
      layout: { padding: { top: 8, right: wide && !data.y2Title ? labelRoom(data) : 8 } },
      scales: scales(data, ink, wide),
      onHover: (event, active) => active.length > 0 && onHover(active[0].index),
      plugins: {
        legend: { display: false },
        endLabels: { wide: wide && !data.y2Title, ink },
        tooltip: tooltip(data, ink),
        annotation: { annotations: Object.fromEntries(data.marks.map((mark, i) => [`m${i}`, annotation(mark, ink)])) },
        zoom: {
          limits: { x: { min: "original", max: "original" } },
          zoom: { mode: "x", wheel: { enabled: true, modifierKey: "ctrl" }, drag: { enabled: true, threshold: 8, backgroundColor: ink("accent-soft") }, onZoomComplete: onZoom },
        },
      },
    },
  };
}

function dataset(data, series, ink) {
  const colour = ink(`series-${series.colour}`);
  const bar = series.kind === "bar";
  const point = series.kind === "point";
  return {
    type: bar ? "bar" : "line",
    label: series.name,
    data: data.x.map((x, i) => ({ x, y: series.values[i] ?? NaN })),
    yAxisID: series.right ? "y2" : "y",
    borderColor: colour,
    backgroundColor: bar || point ? colour : transparent(colour, 0.13),
    showLine: !point,
    order: point ? -1 : 0,
    borderWidth: bar ? 0 : 1.75,
    borderDash: series.dashed ? [5, 4] : [],
    stepped: series.kind === "step" ? "before" : false,
    fill: series.kind === "area" ? "origin" : false,
    pointRadius: point ? 4 : bar ? 0 : (context) => (alone(context) ? 3 : 0),
    pointHoverRadius: point ? 6 : 3,
    pointHoverBackgroundColor: colour,
    barPercentage: 1,
    categoryPercentage: 0.86,
    grouped: false,
  };
}

// A point without neighbours has no line: only a mark shows it.
function alone({ dataset: { data }, dataIndex }) {
  const known = (at) => Number.isFinite(data[at]?.y);
  return known(dataIndex) && !known(dataIndex - 1) && !known(dataIndex + 1);
}

function scales(data, ink, wide) {
  const title = (text) => ({ display: text !== "", text, color: ink("ink-3"), font: { size: 12, weight: "normal" }, padding: 4 });
  const figures = { callback: axisLabel, color: ink("ink-3"), font: { size: 12 }, maxTicksLimit: 6, padding: 6, precision: () => (whole(data, false) ? 0 : undefined) };
  const result = {
    x: {
      type: "linear",
      bounds: "data",
      offset: false,
      ...barRoom(data),
      title: title(data.xTitle),
      grid: { color: "transparent", tickColor: ink("line-strong"), tickLength: 4, drawTicks: true },
      border: { color: ink("line-strong") },
      ticks: { color: ink("ink-3"), font: { size: 12 }, maxRotation: 0, includeBounds: false, autoSkip: false, callback: (value, index, all) => (data.timeZone ? tickLabel(value, data.timeZone, all) : axisLabel(value, index, all)) },
      afterBuildTicks: (axis) => { axis.ticks = placesOf(axis, data).map((value) => ({ value })); },
    },
    y: {
      type: data.scale === "log" ? "logarithmic" : "linear",
      beginAtZero: data.scale === "zero",
      title: title(data.yTitle),
      grid: { color: ink("grid-line"), drawTicks: false },
      border: { display: false },
      ticks: data.scale === "log" ? { ...figures, callback: logLabel } : figures,
      afterDataLimits: (axis) => data.scale === "fit" && makeRoom(axis),
      afterFit: (axis) => { axis.width = Math.max(axis.width, 64); },
    },
  };
  if (data.y2Title) {
    result.y2 = { type: "linear", position: "right", beginAtZero: true, title: title(data.y2Title), grid: { display: false }, border: { display: false }, ticks: { ...figures, precision: () => (whole(data, true) ? 0 : undefined) } };
  }
  return result;
}

function placesOf(axis, data) {
  if (data.timeZone) {
    return ticks(axis.min, axis.max, Math.max(3, axis.width / PIXELS_PER_TICK), data.timeZone);
  }
  // What has a unit is measured, what has none is counted.
  const counted = !data.xTitle.includes("(") && data.x.every(Number.isInteger);
  return steps(axis.min, axis.max, Math.max(2, Math.min(12, axis.width / NARROWEST_STEP)), counted);
}

// Figures without fractions get an axis without fractions.
function whole(data, right) {
  return data.series.every((series) => series.right !== right || series.values.every((value) => value === null || Number.isInteger(value)));
}

// A little room above and below the figures, but none below zero for figures that never are.
function makeRoom(axis) {
  const room = (axis.max - axis.min) * ROOM;
  axis.min = axis.min >= 0 ? Math.max(0, axis.min - room) : axis.min - room;
  axis.max = axis.max <= 0 ? Math.min(0, axis.max + room) : axis.max + room;
}

// The first and the last bar need half a bar more.
function barRoom(data) {
  const last = data.x.length - 1;
  if (last < 1 || data.series.some((series) => series.kind !== "bar")) {
    return {};
  }
  const half = (data.x[last] - data.x[0]) / last / 2;
  return { min: data.x[0] - half, max: data.x[last] + half };
}

function axisLabel(value, _, ticks) {
  return number(value, decimals(ticks.map((tick) => tick.value)));
}

function logLabel(value) {
  const leading = value / 10 ** Math.floor(Math.log10(value) + 1e-9);
  return [1, 2, 5].includes(Math.round(leading * 1000) / 1000) ? plainPower(value) : "";
}

function plainPower(value) {
  return value >= 0.001 ? String(Number(value.toPrecision(3))) : value.toExponential(0).replace("-", "−");
}

function tooltip(data, ink) {
  return {
    backgroundColor: ink("surface"),
    borderColor: ink("line-strong"),
    borderWidth: 1,
    titleColor: ink("ink"),
    bodyColor: ink("ink-2"),
    titleFont: { size: 12, weight: 600 },
    bodyFont: { size: 12 },
    padding: 10,
    cornerRadius: 6,
    boxWidth: 10,
    boxHeight: 2,
    displayColors: true,
    callbacks: {
      title: (items) => (items.length === 0 ? "" : data.timeZone ? moment(items[0].parsed.x, data.timeZone) : `${data.xTitle} ${number(items[0].parsed.x, Number.isInteger(items[0].parsed.x) ? 0 : 2)}`),
      label: (item) => ` ${item.dataset.label}  ${plain(item.parsed.y, data.series[item.datasetIndex].unit)}`,
      labelColor: (item) => ({ borderColor: item.dataset.borderColor, backgroundColor: item.dataset.borderColor }),
    },
  };
}

function annotation(mark, ink) {
  return {
    type: "line",
    yMin: mark.y,
    yMax: mark.y,
    borderColor: ink(`series-${mark.colour}`),
    borderWidth: 1,
    borderDash: [2, 3],
    label: {
      display: true, content: mark.label, position: "start", yAdjust: -9, padding: { x: 4, y: 1 },
      backgroundColor: transparent(ink("surface"), 0.85), color: ink(`series-${mark.colour}`), font: { size: 11, weight: "normal" },
    },
  };
}

/** Writes the name of each line beside its last point, apart from each other. */
export const endLabels = {
  id: "endLabels",
  afterDatasetsDraw(chart, _, { wide, ink }) {
    if (!wide) {
      return;
    }
    const { ctx, chartArea } = chart;
    const places = chart.data.datasets.map((set, index) => ({ set, y: lastY(chart, index) })).filter((place) => place.set.showLine && Number.isFinite(place.y));
    places.sort((a, b) => a.y - b.y);
    places.forEach((place, i) => {
      place.y = Math.max(place.y, i === 0 ? chartArea.top : places[i - 1].y + LABEL_HEIGHT);
    });
    const over = Math.max(0, (places.at(-1)?.y ?? 0) - chartArea.bottom);
    ctx.save();
    ctx.font = `500 12px ${getComputedStyle(chart.canvas).fontFamily}`;
    ctx.textBaseline = "middle";
    for (const { set, y } of places) {
      ctx.fillStyle = set.borderColor;
      ctx.fillText(set.label, chartArea.right + 8, y - over);
    }
    ctx.restore();
  },
};

function lastY(chart, index) {
  const meta = chart.getDatasetMeta(index);
  const { max } = chart.scales.x;
  const visible = meta.data.filter((point, i) => Number.isFinite(point.y) && chart.data.datasets[index].data[i].x <= max);
  const point = visible.at(-1);
  return point ? Math.min(chart.chartArea.bottom, Math.max(chart.chartArea.top, point.y)) : NaN;
}

function labelRoom(data) {
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = `500 12px ${getComputedStyle(document.body).fontFamily}`;
  return Math.ceil(Math.max(...data.series.filter((series) => series.kind !== "point").map((series) => pen.measureText(series.name).width))) + 16;
}

// Reads a colour token as the browser resolves it for the current theme; the probe lives in the card.
function palette(section) {
  const probe = document.createElement("span");
  probe.hidden = true;
  section.append(probe);
  const known = new Map();
  const ink = (token) => {
    if (!known.has(token)) {
      if (!probe.isConnected) {
        section.append(probe);
      }
      probe.style.color = `var(--${token})`;
      known.set(token, getComputedStyle(probe).color);
      probe.remove();
    }
    return known.get(token);
  };
  return ink;
}

function transparent(colour, alpha) {
  const parts = colour.match(/[\d.]+/g);
  return parts ? `rgba(${parts.slice(0, 3).join(", ")}, ${alpha})` : colour;
}
