// The data behind a chart: as a table to read, as CSV to take away.
import { number } from "./format.js";
import { moment } from "./time-axis.js";

export function tableOf(data) {
  const table = document.createElement("table");
  table.className = "table table--tight";
  const head = table.createTHead().insertRow();
  for (const title of [data.xTitle, ...data.series.map((series) => titleOf(series))]) {
    const cell = document.createElement("th");
    cell.scope = "col";
    cell.className = head.children.length > 0 ? "num" : "";
    cell.textContent = title;
    head.append(cell);
  }
  const body = table.createTBody();
  const decimals = new Map(data.series.map((series) => [series, series.values.every((value) => value === null || Number.isInteger(value)) ? 0 : 3]));
  data.x.forEach((x, row) => {
    const line = body.insertRow();
    line.insertCell().textContent = data.timeZone ? moment(x, data.timeZone) : number(x, data.x.every(Number.isInteger) ? 0 : 2);
    for (const series of data.series) {
      const cell = line.insertCell();
      cell.className = "num";
      cell.textContent = number(series.values[row], decimals.get(series));
    }
  });
  return table;
}

export function toCsv(data) {
  const head = [data.timeZone ? "time" : data.xTitle, ...data.series.map((series) => titleOf(series))];
  const lines = data.x.map((x, row) =>
    [data.timeZone ? new Date(x).toISOString() : x, ...data.series.map((series) => series.values[row] ?? "")].join(","));
  return [head.map(quoted).join(","), ...lines].join("\r\n") + "\r\n";
}

export function saveBlob(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

function titleOf(series) {
  return series.unit ? `${series.name} (${series.unit})` : series.name;
}

function quoted(text) {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
