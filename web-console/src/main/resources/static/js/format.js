// Writes figures for people; the twin of Figures.java.
const NBSP = "\u00a0";
const UNKNOWN = "–";
const SIGNS = { USD: "$", EUR: "€", GBP: "£" };

export function number(value, decimals) {
  if (value === null || value === undefined || !Number.isFinite(value)) {
    return UNKNOWN;
  }
  const text = new Intl.NumberFormat("en-US", { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(value);
  return /^-[0.,]*$/.test(text) ? text.slice(1) : text.replace("-", "−");
}

export function withUnit(figure, unit) {
  return figure === UNKNOWN || !unit ? figure : figure + NBSP + unit;
}

export function money(amount, currency) {
  return withUnit(number(amount, 2), SIGNS[currency] ?? currency);
}

// An objective in its unit: integers exactly, others with decimals that tell them from integers.
export function amount(value, unit) {
  if (isMoney(unit)) {
    return money(value, unit);
  }
  const size = Math.abs(value);
  const decimals = Number.isInteger(value) ? 0 : size >= 1000 ? 2 : size >= 1 ? 4 : 6;
  return withUnit(number(value, decimals), unit);
}

export function isMoney(unit) {
  return /^[A-Z]{3}$/.test(unit);
}

/** How often something happens a second; the twin of Rates.java. */
export function perSecond(rate) {
  if (!Number.isFinite(rate)) {
    return UNKNOWN;
  }
  if (rate >= 1e6) {
    return withUnit(number(rate / 1e6, 1), "M/s");
  }
  return rate >= 1e3 ? withUnit(number(rate / 1e3, 1), "k/s") : withUnit(number(rate, 0), "/s");
}

/** How many elites differ from each other; the twin of AnnealingStory.java. */
export function elites(count) {
  if (count < 2) {
    return count < 1 ? "no elite yet" : "one elite, none to compare with";
  }
  return `between ${number(count, 0)} elites`;
}

export function percent(share) {
  return withUnit(number(share * 100, 1), "%");
}

// Two significant digits, rounded up: "at most" must stay true.
export function gap(share) {
  if (!Number.isFinite(share)) {
    return UNKNOWN;
  }
  const inPercent = Math.max(0, share * 100);
  if (inPercent < 1e-7) {
    return withUnit("0", "%");
  }
  const decimals = Math.min(9, Math.max(inPercent >= 10 ? 1 : 2, 1 - Math.floor(Math.log10(inPercent))));
  const scale = 10 ** decimals;
  const rounded = Math.ceil(inPercent * scale - 1e-6) / scale;
  return withUnit(new Intl.NumberFormat("en-US", { maximumFractionDigits: decimals }).format(rounded), "%");
}

export function bytes(count) {
  if (count < 1024) {
    return withUnit(String(count), "B");
  }
  const units = ["kB", "MB", "GB", "TB"];
  let value = count / 1024;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return withUnit(number(value, value < 10 ? 1 : 0), units[unit]);
}

export function duration(millis) {
  if (millis < 1000) {
    return withUnit(String(Math.max(0, Math.round(millis))), "ms");
  }
  const seconds = Math.floor(millis / 1000);
  if (seconds < 60) {
    return withUnit(number(millis / 1000, 1), "s");
  }
  if (seconds < 3600) {
    return withUnit(String(Math.floor(seconds / 60)), "min") + " " + withUnit(String(seconds % 60), "s");
  }
  return withUnit(String(Math.floor(seconds / 3600)), "h") + " " + withUnit(String(Math.floor((seconds % 3600) / 60)), "min");
}

// A figure of a chart: as many decimals as its size needs.
export function plain(value, unit) {
  const size = Math.abs(value ?? 0);
  return withUnit(number(value, size >= 1000 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3), unit);
}
