// The board of deals: a deal is moved by dragging it, by Shift and an arrow key, or by a button of its own form. All three send that form.
import { update } from "./parts.js";

const STAGES = ["prospecting", "engaging", "won", "lost"];

let busy = false;

export function start() {
  const board = document.querySelector("[data-board]");
  if (!board) {
    return;
  }
  board.addEventListener("dragstart", (event) => {
    const deal = event.target.closest?.("[data-deal]");
    if (deal) {
      event.dataTransfer.setData("text/plain", deal.id);
      event.dataTransfer.effectAllowed = "move";
    }
  });
  board.addEventListener("dragover", (event) => hover(board, event));
  board.addEventListener("dragleave", (event) => !board.contains(event.relatedTarget) && mark(board, null));
  board.addEventListener("dragend", () => mark(board, null));
  board.addEventListener("drop", (event) => {
    event.preventDefault();
    mark(board, null);
    const deal = document.getElementById(event.dataTransfer.getData("text/plain"));
    const column = event.target.closest("[data-stage]");
    if (deal && column) {
      move(deal, column.dataset.stage);
    }
  });
  board.addEventListener("keydown", onKey);
  board.addEventListener("submit", (event) => {
    event.preventDefault();
    send(event.target, event.submitter);
  });
}

function hover(board, event) {
  const column = event.target.closest("[data-stage]");
  if (column) {
    event.preventDefault();
    mark(board, column);
  }
}

function mark(board, column) {
  for (const one of board.querySelectorAll("[data-stage]")) {
    one.toggleAttribute("data-over", one === column);
  }
}

function onKey(event) {
  const summary = event.target.closest("[data-deal] summary");
  if (!summary || !event.key.startsWith("Arrow") || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  const deal = summary.closest("[data-deal]");
  const column = deal.closest("[data-stage]");
  const side = { ArrowLeft: -1, ArrowRight: 1 }[event.key] ?? 0;
  event.preventDefault();
  if (event.shiftKey) {
    const stage = STAGES[STAGES.indexOf(column.dataset.stage) + side];
    if (side && stage) {
      move(deal, stage);
    }
    return;
  }
  const cards = [...column.querySelectorAll("[data-deal]")];
  const at = cards.indexOf(deal);
  const next = side ? beside(column, side, at) : cards[at + (event.key === "ArrowDown" ? 1 : -1)];
  next?.querySelector("summary").focus();
}

function beside(column, side, at) {
  const columns = [...document.querySelectorAll("[data-stage]")];
  for (let i = columns.indexOf(column) + side; columns[i]; i += side) {
    const cards = [...columns[i].querySelectorAll("[data-deal]")];
    if (cards.length > 0) {
      return cards[Math.min(at, cards.length - 1)];
    }
  }
  return null;
}

// What has to be known first, such as the money a deal brought, is asked for in the deal's own form.
function move(deal, stage) {
  const button = deal.querySelector(`button[name=stage][value=${stage}]`);
  if (!button) {
    return;
  }
  if ("ask" in button.dataset) {
    deal.querySelector("details").open = true;
    button.parentElement.querySelector(".input").focus();
    return;
  }
  send(button.form, button);
}

async function send(form, button) {
  if (busy) {
    return;
  }
  busy = true;
  const deal = form.closest("[data-deal]");
  const said = document.getElementById("board-said");
  try {
    const fields = new URLSearchParams(new FormData(form, button));
    for (const [name, value] of new URL(location.href).searchParams) {
      fields.set(name, value);
    }
    fields.set("stage", button.value);
    const answer = await fetch(form.action, { method: "POST", body: fields, headers: { Accept: "text/html" } });
    if (answer.status === 401) {
      location.reload();
      return;
    }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (page.getElementById("board")) {
      deal.querySelector("details").open = !answer.ok;
      update(page);
      said.textContent = answer.ok ? `${deal.dataset.deal} is ${button.textContent} now.` : "It was not moved.";
      document.getElementById(deal.id)?.querySelector("summary").focus();
    } else {
      said.textContent = "It was not moved: the console gave no answer that fits.";
    }
  } catch (error) {
    console.debug("No answer.", error);
    said.textContent = "It was not moved: the line is lost. Try again.";
  } finally {
    busy = false;
  }
}
