const WIDTHS = [22, 6, 10, 14, 12, 12, 10, 9];

/** One row of a table, its cells flush right. */
export function print(...cells: readonly (string | number)[]): void {
  console.log(cells.map((cell, at) => String(cell).padStart(WIDTHS[at] ?? 10)).join(''));
}

/** The memory of this process. */
export function megabytes(): string {
  return `${Math.round(process.memoryUsage().rss / 1e6)} MB`;
}

/** An answer with wall seconds, and processor seconds of all threads of this process, as they are shown. */
export interface Timed<T> {
  readonly answer: T;
  readonly wall: string;
  readonly cpu: string;
  readonly seconds: number;
}

/** Does something and times it. */
export async function timed<T>(work: () => Promise<T>): Promise<Timed<T>> {
  const [start, before] = [performance.now(), process.cpuUsage()];
  const answer = await work();
  const used = process.cpuUsage(before);
  const seconds = (performance.now() - start) / 1000;
  return { answer, seconds, wall: seconds.toFixed(2), cpu: ((used.user + used.system) / 1e6).toFixed(2) };
}
