// Ticks of an axis of plain numbers: steps of 1, 2 or 5, and whole ones where something is counted.

/** Returns tick positions between two figures, about `most` of them; `whole` for counts, which have no halves. */
export function steps(min, max, most, whole) {
  const step = stepOf(min, max, most, whole);
  const first = Math.ceil(min / step - 1e-9);
  const last = Math.floor(max / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

function stepOf(min, max, most, whole) {
  const rough = (max - min) / Math.max(1, most);
  const power = 10 ** Math.floor(Math.log10(rough > 0 ? rough : 1));
  const step = power * ([1, 2, 5].find((one) => one * power >= rough * (1 - 1e-9)) ?? 10);
  return whole ? Math.max(1, step) : step;
}

/** Returns the decimals that tell ticks apart; of a single tick those that it has. */
export function decimals(ticks) {
  if (ticks.length < 2) {
    const digits = String(Number((ticks[0] ?? 0).toFixed(4))).split(".")[1];
    return digits?.length ?? 0;
  }
  return Math.max(0, Math.min(4, -Math.floor(Math.log10(Math.abs(ticks[1] - ticks[0])) + 1e-9)));
}
