// Times in the reader's words: the server writes UTC, this writes how long ago, with the full moment on hover.
export function start(root) {
  for (const time of root.querySelectorAll("time[data-ago]")) {
    show(time);
  }
  if (root === document) {
    setInterval(() => document.querySelectorAll("time[data-ago]").forEach(show), 10000);
  }
}

export function ago(millis) {
  const seconds = Math.max(0, Math.round((Date.now() - millis) / 1000));
  if (seconds < 60) {
    return seconds < 5 ? "just now" : `${seconds} s ago`;
  }
  if (seconds < 3600) {
    return `${Math.floor(seconds / 60)} min ago`;
  }
  if (seconds < 86400) {
    return `${Math.floor(seconds / 3600)} h ago`;
  }
  return `${Math.floor(seconds / 86400)} d ago`;
}

function show(time) {
  time.textContent = ago(Date.parse(time.dateTime));
}
