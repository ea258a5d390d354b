// One line of Server-Sent Events that survives a lost line, a sleeping tab and a restarted console, without gaps.
const FIRST_RETRY = 1000;
const LONGEST_RETRY = 15000;

/**
 * @param {string} url where to listen
 * @param {{names: string[], onEvent: (name: string, data: object) => void, onState?: (state: string) => void,
 *   done?: string, after?: number}} options `done` is the name of the event after which the stream is complete
 * @returns {() => void} closes the line for good
 */
export function listen(url, { names, onEvent, onState = () => {}, done, after = 0 }) {
  let source = null;
  let lastId = after;
  let retry = FIRST_RETRY;
  let timer = 0;
  let closed = false;

  function open() {
    clearTimeout(timer);
    source?.close();
    if (closed || document.hidden) {
      return;
    }
    onState("catching-up");
    const separator = url.includes("?") ? "&" : "?";
    source = new EventSource(lastId > 0 ? `${url}${separator}after=${lastId}` : url);
    source.onopen = () => {
      retry = FIRST_RETRY;
      onState("connected");
    };
    source.onerror = () => lost();
    for (const name of names) {
      source.addEventListener(name, (event) => receive(name, event));
    }
  }

  function receive(name, event) {
    const id = Number(event.lastEventId);
    if (Number.isFinite(id) && id > lastId) {
      lastId = id;
    }
    onState("connected");
    onEvent(name, JSON.parse(event.data));
    if (name === done) {
      close();
    }
  }

  // The browser would retry by itself, but not after an answer that is no stream, such as 503: so we do it.
  function lost() {
    if (closed) {
      return;
    }
    source?.close();
    onState("lost");
    timer = setTimeout(open, retry);
    retry = Math.min(LONGEST_RETRY, retry * 2);
  }

  function close() {
    closed = true;
    clearTimeout(timer);
    source?.close();
    document.removeEventListener("visibilitychange", onVisibility);
  }

  // A browser allows six lines per host; tabs nobody looks at give theirs back.
  function onVisibility() {
    if (document.hidden) {
      clearTimeout(timer);
      source?.close();
    } else {
      open();
    }
  }

  document.addEventListener("visibilitychange", onVisibility);
  addEventListener("pagehide", () => source?.close());
  // A page that the browser kept and shows again has lost its line.
  addEventListener("pageshow", (event) => event.persisted && open());
  open();
  return close;
}
