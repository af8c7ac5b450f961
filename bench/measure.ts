/** The median of some figures; NaN of none. */
export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

/** One thing to time: a name and a run of it. */
export interface Contender {
  readonly name: string;
  readonly run: () => unknown;
}

/**
 * Times contenders side by side: in turn, round after round, so that whatever else the machine does meets all of them.
 * Returns the median milliseconds of each by name. The first `warmUp` rounds are not counted.
 */
export async function timeSideBySide(
  contenders: readonly Contender[],
  { rounds, warmUp }: { readonly rounds: number; readonly warmUp: number },
): Promise<ReadonlyMap<string, number>> {
  const samples = new Map<string, number[]>(contenders.map(({ name }) => [name, []]));
  for (let round = -warmUp; round < rounds; round++) {
    for (const { name, run } of contenders) {
      const start = performance.now();
      await run();
      const elapsed = performance.now() - start;
      if (round >= 0) samples.get(name)?.push(elapsed);
    }
  }
  return new Map([...samples].map(([name, figures]) => [name, median(figures)]));
}
