// Hands in a problem: says what the first lines look like, sends it with progress, shows what is wrong beside the field.
import { bytes, percent } from "./format.js";

const LOOK_BYTES = 65536;
const DIMOD = /"(?:(type|version|use_bytes|index_type|bias_type|num_variables|num_interactions|variable_labels|variable_type|linear_biases|quadratic_biases|quadratic_head|quadratic_tail)|(sense|domain|size|linear|couplings|labels))"\s*:/;

export function start() {
  const form = document.querySelector("[data-problem-upload]");
  if (!form) {
    return;
  }
  const file = form.querySelector("#file");
  const text = form.querySelector("#text");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(form, file.files[0] ?? null, text.value);
  });
  file.addEventListener("change", () => look(form, file.files[0] ?? null, text.value));
  text.addEventListener("input", () => file.files.length === 0 && look(form, null, text.value));
  form.addEventListener("dragover", (event) => event.preventDefault());
  form.addEventListener("drop", (event) => take(event, event.dataTransfer));
  form.addEventListener("paste", (event) => take(event, event.clipboardData));
  if (text.value) {
    look(form, null, text.value);
  }
  form.dataset.uploadReady = "";
}

// A file that is dropped or pasted is chosen as if by the button; text goes where the cursor is.
function take(event, given) {
  if (given.files.length > 0) {
    const file = event.currentTarget.querySelector("#file");
    event.preventDefault();
    file.files = given.files;
    look(event.currentTarget, file.files[0], "");
  }
}

// The node that reads it decides; this only says early what to expect.
async function look(form, file, text) {
  const seen = form.querySelector("[data-seen]");
  forget(form);
  if (!file && text.trim() === "") {
    seen.textContent = "Its format is found out from its first lines.";
    return;
  }
  const body = file ?? new Blob([text]);
  const packed = new Uint8Array(await body.slice(0, 2).arrayBuffer());
  const gzip = packed[0] === 0x1f && packed[1] === 0x8b;
  const beginning = gzip ? await unpacked(body) : await body.slice(0, LOOK_BYTES).text();
  const size = `${bytes(body.size)}${gzip ? ", compressed with gzip" : ""}`;
  const name = beginning === null ? null : formatOf(beginning);
  seen.textContent = name ? `${size}. Looks like ${name}${counts(name, beginning)}.` : `${size}. No format that this form knows; the grid will look closer.`;
}

async function unpacked(body) {
  try {
    const reader = body.slice(0, LOOK_BYTES).stream().pipeThrough(new DecompressionStream("gzip")).getReader();
    // The cut end of the slice fails; the first piece is all that is needed.
    const { value } = await reader.read();
    reader.cancel().catch(() => {});
    return new TextDecoder("latin1").decode(value);
  } catch {
    return null;
  }
}

// The same rules as the reader's, so that both say the same.
function formatOf(beginning) {
  const content = beginning.replace(/^\u00ef\u00bb\u00bf|^\ufeff/, "").trimStart();
  if (content.startsWith("{")) {
    return DIMOD.exec(content)?.[1] ? "dimod JSON" : "COO JSON";
  }
  if (/^[cp]/.test(content)) {
    return "qbsolv text";
  }
  if (!/^[0-9#+-]/.test(content)) {
    return null;
  }
  let header = true;
  for (const line of content.split("\n")) {
    const words = line.trim().split(/\s+/);
    if (words[0] === "" || words[0].startsWith("#")) {
      continue;
    }
    if (header ? words.length === 1 : words.length === 3 && words[0] === words[1]) {
      return "OR-Library text";
    }
    header = false;
  }
  return "Gset (rudy) text";
}

function counts(name, beginning) {
  const first = beginning.trimStart().split("\n", 1)[0].trim().split(/\s+/);
  return name.startsWith("Gset") && first.length === 2 ? ` of ${first[0]} vertices and ${first[1]} edges` : "";
}

function send(form, file, text) {
  forget(form);
  if (!file && text.trim() === "") {
    refuse(form, "text", "Nothing was given. Choose a file, or write or paste a problem.");
    return;
  }
  const parameters = new URLSearchParams();
  const name = form.elements.name.value.trim() || file?.name || "Pasted problem";
  parameters.set("name", name);
  for (const field of ["format", "number"]) {
    const value = form.elements[field].value.trim();
    if (value) {
      parameters.set(field, value);
    }
  }
  const request = new XMLHttpRequest();
  request.open("POST", `${form.dataset.to}?${parameters}`);
  const token = document.querySelector("meta[name=csrf-token]");
  if (token) {
    request.setRequestHeader(token.dataset.header, token.content);
  }
  request.setRequestHeader("Content-Type", "application/octet-stream");
  request.setRequestHeader("Accept", "application/json, application/problem+json");
  follow(form, request);
  request.send(file ?? text);
}

function follow(form, request) {
  const bar = form.querySelector("[data-upload-bar]");
  const words = form.querySelector("[data-upload-words]");
  const stop = form.querySelector("[data-upload-stop]");
  const button = form.querySelector("[type=submit]");
  const working = (on) => {
    // Out of sight and not out of place: nothing moves when sending begins.
    bar.classList.toggle("upload__idle", !on);
    stop.classList.toggle("upload__idle", !on);
    button.disabled = on;
  };
  working(true);
  bar.value = 0;
  words.textContent = "Sending";
  stop.onclick = () => request.abort();
  request.upload.onprogress = ({ loaded, total }) => {
    bar.value = total > 0 ? loaded / total : 0;
    words.textContent = `${bytes(loaded)} of ${bytes(total)} sent, ${percent(total > 0 ? loaded / total : 0)}`;
  };
  request.upload.onload = () => {
    bar.removeAttribute("value");
    words.textContent = "Sent; the grid is reading it";
  };
  request.onload = () => {
    working(false);
    if (request.status < 300) {
      words.textContent = "Stored";
      location.assign(`/optimisation/problems/${encodeURIComponent(JSON.parse(request.responseText).id)}`);
      return;
    }
    words.textContent = "Not stored; everything you gave is still here.";
    explain(form, request);
  };
  request.onerror = () => {
    working(false);
    words.textContent = "The line was lost; everything you gave is still here. Submit it again.";
  };
  request.onabort = () => {
    working(false);
    words.textContent = "Stopped; nothing was stored.";
  };
}

function explain(form, request) {
  let problem = {};
  try {
    problem = JSON.parse(request.responseText);
  } catch {
    // Somebody between us and the console answered; its words are no document.
  }
  const told = [problem.detail ?? `The console answered ${request.status}.`, problem.remedy].filter(Boolean).join(" ");
  const known = (problem.fields ?? []).filter((error) => ["name", "number"].includes(error.field));
  for (const error of known) {
    refuse(form, error.field, [error.problem, error.remedy].filter(Boolean).join(" "));
  }
  if (known.length === 0) {
    refuse(form, "text", told);
    mark(form.querySelector("#text"), told);
  }
}

function refuse(form, field, text) {
  const input = form.querySelector(`#${field}`);
  input.setAttribute("aria-invalid", "true");
  form.querySelector(`#${field}-error`).textContent = text;
  input.focus();
}

// Puts the cursor into the line that is wrong.
function mark(area, told) {
  const line = Number(/\bline (\d[\d,]*)/i.exec(told)?.[1]?.replaceAll(",", ""));
  const lines = area.value.split("\n");
  if (line >= 1 && line <= lines.length && area.value) {
    const from = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
    area.setSelectionRange(from, from + lines[line - 1].length);
  }
}

function forget(form) {
  for (const input of form.querySelectorAll("[aria-invalid]")) {
    input.removeAttribute("aria-invalid");
  }
  for (const place of form.querySelectorAll(".field__error")) {
    place.textContent = "";
  }
}
