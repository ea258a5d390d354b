// Sends a file of leads or deals, and follows an import while it is read.
import { bytes, percent } from "./format.js";
import { listen } from "./stream.js";

export function start() {
  const form = document.querySelector("[data-import-upload]");
  form?.addEventListener("submit", (event) => {
    event.preventDefault();
    send(form);
  });
  if (form) {
    form.dataset.uploadReady = "";
  }
  const page = document.querySelector("[data-import-events]");
  if (page) {
    follow(page);
  }
}

function send(form) {
  const file = form.elements.file.files[0];
  refuse(form, "");
  if (!file) {
    refuse(form, "No file was chosen.");
    return;
  }
  const bar = form.querySelector("[data-upload-bar]");
  const words = form.querySelector("[data-upload-words]");
  const button = form.querySelector("[type=submit]");
  const working = (on) => {
    bar.classList.toggle("upload__idle", !on);
    button.disabled = on;
  };
  const request = new XMLHttpRequest();
  request.open("POST", `${form.dataset.to}?${new URLSearchParams({ kind: form.elements.kind.value, name: file.name })}`);
  const token = document.querySelector("meta[name=csrf-token]");
  if (token) {
    request.setRequestHeader(token.dataset.header, token.content);
  }
  request.setRequestHeader("Content-Type", "application/octet-stream");
  request.setRequestHeader("Accept", "application/json, application/problem+json");
  request.upload.onprogress = ({ loaded, total }) => {
    bar.value = total > 0 ? loaded / total : 0;
    words.textContent = `${bytes(loaded)} of ${bytes(total)} sent, ${percent(total > 0 ? loaded / total : 0)}`;
  };
  request.upload.onload = () => {
    words.textContent = "Sent; its columns are being looked at";
  };
  request.onload = () => {
    working(false);
    if (request.status < 300) {
      location.assign(`/sigma/import/${encodeURIComponent(JSON.parse(request.responseText).id)}`);
      return;
    }
    words.textContent = "Nothing was kept.";
    refuse(form, told(request));
  };
  request.onerror = () => {
    working(false);
    words.textContent = "Nothing was kept.";
    refuse(form, "The line was lost. Send it again.");
  };
  working(true);
  request.send(file);
}

function told(request) {
  try {
    const problem = JSON.parse(request.responseText);
    return [problem.detail, problem.remedy].filter(Boolean).join(" ");
  } catch {
    return `The console answered ${request.status}.`;
  }
}

function refuse(form, text) {
  form.elements.file.toggleAttribute("aria-invalid", text !== "");
  form.querySelector("#file-error").textContent = text;
}

function follow(page) {
  const bar = page.querySelector("[data-import-bar]");
  const words = page.querySelector("[data-import-words]");
  listen(page.dataset.importEvents, {
    names: ["progress", "end"],
    done: "end",
    onEvent: (name, view) => {
      if (name === "end") {
        location.reload();
        return;
      }
      bar.value = (100 * view.details.doneBytes) / Math.max(1, view.details.bytes);
      words.textContent = `${view.details.doing || "Reading the file"}: ${view.accepted.toLocaleString("en")} good rows, ${view.refused.toLocaleString("en")} refused`;
    },
  });
}
