/** A figure with the range in which the middle half of its rounds lies. */
export interface Figure {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** The value below which a share of the values lies; between two of them it is interpolated. */
export function quantile(values: readonly number[], share: number): number {
  if (values.length === 0) throw new Error('Nothing was measured.');
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)]!;
  return below + (sorted[Math.ceil(place)]! - below) * (place - Math.floor(place));
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** The median of several rounds. */
export const figure = (values: readonly number[]): Figure => ({
  value: median(values),
  low: quantile(values, 0.25),
  high: quantile(values, 0.75),
});

/**
 * The ratio of two medians. Its range comes from the ratios of single rounds, in which both stood side by side, so that
 * a machine that slows down for a while slows both.
 */
export function ratio(ours: readonly number[], theirs: readonly number[]): Figure {
  if (ours.length !== theirs.length) throw new Error('Rounds go in pairs.');
  const { low, high } = figure(ours.map((each, round) => each / theirs[round]!));
  return { value: median(ours) / median(theirs), low, high };
}

/** How many times as long twice as much takes, by a straight line through the logarithms: 2 is linear, 4 quadratic. */
export function doubling(sizes: readonly number[], times: readonly number[]): number {
  const x = sizes.map((size) => Math.log2(size));
  const y = times.map((time) => Math.log2(time));
  const mean = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0) / values.length;
  const [meanX, meanY] = [mean(x), mean(y)];
  const along = mean(x.map((each, at) => (each - meanX) * (y[at]! - meanY)));
  return 2 ** (along / mean(x.map((each) => (each - meanX) ** 2)));
}

/** Two sizes with what they take. */
export interface Line {
  readonly from: Measured;
  readonly through: Measured;
}

interface Measured {
  readonly size: number;
  readonly time: number;
}

/** What another size takes, by the straight line through two. */
export function extended({ from, through }: Line, size: number): number {
  const each = (through.time - from.time) / (through.size - from.size);
  return through.time + each * (size - through.size);
}
