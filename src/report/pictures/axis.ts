/** What an axis shows. */
export interface AxisSpec {
  readonly label: string;
  readonly scale: 'linear' | 'log';
  /** The first value that it shows, whatever the data are. */
  readonly from?: number;
  /** The last one. */
  readonly to?: number;
  /** Where its marks are, instead of at round values. */
  readonly ticks?: readonly number[];
}

/** A mark on an axis. */
export interface Tick {
  readonly value: number;
  readonly text: string;
}

/** An axis, ready to be drawn on. */
export interface Axis {
  readonly label: string;
  readonly ticks: readonly Tick[];
  /** Where a value lies on the page, to a tenth. */
  readonly place: (value: number) => number;
}

const MOST_DECADES = 8;
const LINEAR_TICKS = 6;

/** The axis for values, laid from the first place on the page to the last. On a logarithmic one values are above 0. */
export function axisOf(spec: AxisSpec, values: readonly number[], [start, end]: readonly [number, number]): Axis {
  const { label, scale } = spec;
  const bounds = boundsOf(spec, values);
  const onto = scale === 'log' ? Math.log10 : (value: number): number => value;
  const [low, high] = [onto(bounds[0]), onto(bounds[1])];
  const place = (value: number): number => {
    const part = Math.min(1, Math.max(0, (onto(value) - low) / (high - low)));
    return Math.round((start + part * (end - start)) * 10) / 10;
  };
  const given = spec.ticks?.map((value) => ({ value, text: value.toLocaleString('en-GB') }));
  return { label, ticks: given ?? (scale === 'log' ? logTicks(bounds) : linearTicks(bounds)), place };
}

/** Never of no length; a logarithmic axis runs over whole decades. */
function boundsOf({ scale, from, to }: AxisSpec, values: readonly number[]): readonly [number, number] {
  const known = values.length === 0 ? [1] : values;
  const [least, most] = [from ?? Math.min(...known), to ?? Math.max(...known)];
  if (scale === 'linear') return most > least ? [least, most] : [least, least + 1];
  const low = from ?? 10 ** Math.floor(Math.log10(least));
  const high = to ?? 10 ** Math.ceil(Math.log10(most));
  return high > low ? [low, high] : [low, 10 * low];
}

function logTicks([low, high]: readonly [number, number]): readonly Tick[] {
  const first = Math.ceil(Math.log10(low) - 1e-9);
  const last = Math.floor(Math.log10(high) + 1e-9);
  const step = Math.max(1, Math.ceil((last - first + 1) / MOST_DECADES));
  const powers = Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, at) => first + at * step);
  return powers.map((power) => ({ value: 10 ** power, text: decadeText(power) }));
}

function decadeText(power: number): string {
  return power < 0 ? (10 ** power).toFixed(-power) : (10 ** power).toLocaleString('en-GB');
}

function linearTicks([low, high]: readonly [number, number]): readonly Tick[] {
  const step = niceStep((high - low) / LINEAR_TICKS);
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  const digits = Math.max(0, -Math.floor(Math.log10(step)));
  return Array.from({ length: last - first + 1 }, (_, at) => {
    const value = (first + at) * step;
    return { value, text: value.toFixed(digits) };
  });
}

/** The least of 1, 2, 5 times a power of ten that is not below. */
function niceStep(rough: number): number {
  const decade = 10 ** Math.floor(Math.log10(rough));
  return decade * (rough <= decade ? 1 : rough <= 2 * decade ? 2 : rough <= 5 * decade ? 5 : 10);
}
