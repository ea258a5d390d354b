// The table of a page: its filter, choices, order and place stand in the address. What is typed is never drawn again, so no
// letter is lost, and of several answers under way only that to the last wish is shown.
import { ask, released, update } from "./parts.js";

const PAUSE = 200;
const RETRY = 1000;
const PATIENCE = 15000;

let field = null;
let wanted = null;
let shown = "";
let asking = null;
let refreshing = false;
let timer = 0;
let newEntry = false;

export function start(root) {
  const form = root.querySelector("form[data-table]");
  if (form) {
    field = form.querySelector("[data-filter]");
    shown = withoutAnchor();
    wanted = addressOf(form);
    field.addEventListener("input", () => soon(filter, PAUSE));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      filter();
    });
    // Somebody may have typed before this script was there.
    filter();
  }
  if (root === document) {
    document.addEventListener("click", follow);
    addEventListener("popstate", goBack);
  }
}

/** Brings fresh figures into the same view. */
export async function refresh() {
  if (asking || refreshing || !wanted) {
    return;
  }
  const address = wanted;
  refreshing = true;
  const page = await ask(address, AbortSignal.timeout(PATIENCE));
  await released();
  refreshing = false;
  if (page && address === wanted && !asking) {
    draw(page);
  }
}

function addressOf(form) {
  const address = new URL(form.action);
  const after = new URL(location.href).searchParams.get("after");
  if (after) {
    address.searchParams.set("after", after);
  }
  for (const [name, value] of new FormData(form)) {
    if (value) {
      address.searchParams.set(name, value);
    }
  }
  return withFilter(address, field.defaultValue.trim());
}

function choices() {
  return [...field.form.querySelectorAll("select")];
}

function withChoices(address) {
  for (const choice of choices()) {
    if ((address.searchParams.get(choice.name) ?? "") !== choice.value) {
      address.searchParams.delete("after");
    }
    if (choice.value) {
      address.searchParams.set(choice.name, choice.value);
    } else {
      address.searchParams.delete(choice.name);
    }
  }
  return address;
}

function withFilter(address, text) {
  if ((address.searchParams.get("q") ?? "") !== text) {
    address.searchParams.delete("after");
  }
  if (text) {
    address.searchParams.set("q", text);
  } else {
    address.searchParams.delete("q");
  }
  return address;
}

function filter() {
  const address = withChoices(withFilter(new URL(wanted), field.value.trim()));
  if (address.href !== wanted.href) {
    wish(address, false);
  }
}

// Sort and page links, with what has been typed and chosen since they were drawn.
function follow(event) {
  const link = event.target.closest("a[data-table-link]");
  if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) {
    return;
  }
  event.preventDefault();
  wish(withChoices(withFilter(new URL(link.href), field.value.trim())), true);
}

// Also runs for a jump within the page, which is no wish.
function goBack() {
  if (field && withoutAnchor() !== shown) {
    const address = new URL(withoutAnchor());
    field.value = address.searchParams.get("q") ?? "";
    choices().forEach((choice) => (choice.value = address.searchParams.get(choice.name) ?? ""));
    wish(address, false);
  }
}

function withoutAnchor() {
  return location.href.split("#")[0];
}

// One entry in the history for each order and page, none for each letter.
function wish(address, entry) {
  wanted = address;
  newEntry = newEntry || entry;
  load();
}

async function load() {
  clearTimeout(timer);
  asking?.abort();
  const mine = new AbortController();
  asking = mine;
  const limit = setTimeout(() => mine.abort(), PATIENCE);
  const page = await ask(wanted, mine.signal);
  clearTimeout(limit);
  await released();
  if (mine !== asking) {
    return;
  }
  asking = null;
  if (!page) {
    // What was typed stays; the live indicator says what is missing.
    soon(load, RETRY);
    return;
  }
  history[newEntry ? "pushState" : "replaceState"](history.state, "", wanted);
  newEntry = false;
  shown = withoutAnchor();
  draw(page);
}

function soon(action, millis) {
  clearTimeout(timer);
  timer = setTimeout(action, millis);
}

// Fewer rows must neither narrow the columns nor pull up what stands below the table.
function draw(page) {
  const frame = document.querySelector("[data-table-frame]");
  const widths = headings(frame).map((heading) => heading.getBoundingClientRect().width);
  frame.style.minHeight = `${frame.offsetHeight}px`;
  const held = document.activeElement;
  update(page);
  headings(frame).forEach((heading, at) => (heading.style.minWidth = `${widths[at]}px`));
  if (!held.isConnected) {
    frame.focus({ preventScroll: true });
  }
}

function headings(frame) {
  return [...frame.querySelectorAll("th")];
}
