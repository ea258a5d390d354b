// Ticks of a time axis in a named zone: whole hours and days as people there count them.
const HOUR = 3600000;
const DAY = 24 * HOUR;
const STEPS = [HOUR, 2 * HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 2 * DAY, 3 * DAY, 4 * DAY, 7 * DAY, 14 * DAY, 30 * DAY, 91 * DAY];

/** Returns tick times between two moments, at most `most`. */
export function ticks(min, max, most, zone) {
  const step = STEPS.find((candidate) => (max - min) / candidate <= most) ?? 365 * DAY;
  const found = [];
  let local = Math.ceil((min + offset(min, zone)) / step) * step;
  for (let guard = 0; guard < 400; guard += 1, local += step) {
    const time = local - offset(local - offset(local, zone), zone);
    if (time > max) {
      break;
    }
    if (time >= min) {
      found.push(time);
    }
  }
  return found;
}

// Months apart, a day says less than its year.
export function tickLabel(time, zone, all = []) {
  if (all.length > 1 && all[1].value - all[0].value > 60 * DAY) {
    return format(time, zone, { month: "short", year: "numeric" });
  }
  const midnight = (time + offset(time, zone)) % DAY === 0;
  return midnight ? format(time, zone, { day: "numeric", month: "short" }) : format(time, zone, { hour: "2-digit", minute: "2-digit" });
}

export function moment(time, zone) {
  return format(time, zone, { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
}

const formats = new Map();

function format(time, zone, parts) {
  const key = zone + JSON.stringify(parts);
  if (!formats.has(key)) {
    formats.set(key, new Intl.DateTimeFormat("en-GB", { timeZone: zone, hourCycle: "h23", ...parts }));
  }
  return formats.get(key).format(time);
}

const offsets = new Map();

// Milliseconds by which the zone is ahead of UTC; looked up once an hour of the axis.
function offset(time, zone) {
  const key = zone + Math.floor(time / HOUR);
  if (!offsets.has(key)) {
    const parts = new Intl.DateTimeFormat("en-GB", {
      timeZone: zone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric",
    }).formatToParts(time);
    const part = (type) => Number(parts.find((one) => one.type === type).value);
    const local = Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"));
    offsets.set(key, local - Math.floor(time / 60000) * 60000);
  }
  return offsets.get(key);
}
