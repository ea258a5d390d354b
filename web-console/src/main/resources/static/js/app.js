// Starts every component on the page, and again on every part that is drawn anew.
import * as annealing from "./annealing-page.js";
import * as board from "./board.js";
import * as book from "./book-page.js";
import * as charts from "./chart-card.js";
import * as grid from "./grid-page.js";
import * as imports from "./import-page.js";
import * as livePage from "./live-page.js";
import * as live from "./live.js";
import * as table from "./live-table.js";
import * as palette from "./palette.js";
import * as upload from "./problem-upload.js";
import * as proof from "./proof-strip.js";
import * as risk from "./risk-page.js";
import * as row from "./row-choice.js";
import * as run from "./run-page.js";
import * as runTable from "./run-table.js";
import * as shell from "./shell.js";
import * as times from "./times.js";

const perPart = [charts, table, times];

for (const component of [shell, palette, proof, risk, run, grid, book, annealing, runTable, upload, imports, livePage, row, board, ...perPart]) {
  component.start(document);
}
live.start();

document.addEventListener("nqba:drawn", ({ detail: part }) => again(part));
document.addEventListener("htmx:afterSwap", ({ detail }) => again(detail.elt));

function again(part) {
  for (const component of perPart) {
    component.start(part);
  }
}
