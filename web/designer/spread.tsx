import type { JSX } from 'preact';
import type { RangeDistributionDocument } from '../../src/index.js';

/** The most bars that are drawn side by side. */
const MOST_BARS = 40;

interface Bar {
  readonly from: number;
  readonly to: number;
  readonly pathways: bigint;
}

/** How many pathways come to which hours: a bar is a button that asks for the pathways behind it. */
export function Spread({
  document,
  ask,
}: {
  document: RangeDistributionDocument;
  ask: (from: number, to: number) => void;
}): JSX.Element | null {
  const points = document.distribution.glh;
  if (points === null || points.length < 2) return null;
  const bars = barsOf(points);
  const most = bars.reduce((highest, { pathways }) => (pathways > highest ? pathways : highest), 1n);
  return (
    <figure>
      <div class="bars" role="group" aria-label="Pathways by hours; each bar shows the pathways behind it">
        {bars.map(({ from, to, pathways }) => {
          const name = `${from === to ? from : `${from} to ${to}`} hours: ${pathways.toLocaleString('en-GB')} pathways`;
          return (
            <button
              type="button"
              key={from}
              class="bar"
              title={name}
              aria-label={name}
              disabled={pathways === 0n}
              onClick={() => ask(from, to)}
            >
              <span style={`height:${Math.max(1, Number((pathways * 100n) / most))}%`} />
            </button>
          );
        })}
      </div>
      <figcaption>
        Hours from {bars[0]?.from} to {bars.at(-1)?.to}; the higher a bar, the more pathways. Choose a bar to see the
        best pathways in it.
      </figcaption>
    </figure>
  );
}

function barsOf(points: readonly (readonly [value: number, pathways: string])[]): readonly Bar[] {
  const [least, most] = [points[0]?.[0] ?? 0, points.at(-1)?.[0] ?? 0];
  const width = Math.max(1, Math.ceil((most - least + 1) / MOST_BARS));
  const bars: Bar[] = [];
  for (let from = least; from <= most; from += width) {
    const to = Math.min(most, from + width - 1);
    const inside = points.filter(([value]) => value >= from && value <= to);
    bars.push({ from, to, pathways: inside.reduce((sum, [, pathways]) => sum + BigInt(pathways), 0n) });
  }
  return bars;
}
