import { parametersOf } from '../domain/fold.js';
import { itemAt } from '../domain/item-at.js';
import type { Specification } from '../domain/specification.js';
import type { SweepAxis } from './sweep-axis.js';

/** Every setting of several axes; the last runs fastest. */
export function everySetting(axes: readonly SweepAxis[]): readonly (readonly number[])[] {
  return axes.reduce<readonly (readonly number[])[]>(
    (settings, { values }) => settings.flatMap((setting) => values.map((value) => [...setting, value])),
    [[]],
  );
}

/** The places in the rule of the amounts whose thresholds are swept; null where something else is swept as well. */
export function sweptAmounts({ rule }: Specification, axes: readonly SweepAxis[]): readonly number[] | null {
  const places = new Set<number>();
  for (const { open, statement, values } of axes) {
    const own = rule.flatMap((it, at) =>
      at === statement || (open !== null && parametersOf(it).includes(open)) ? [at] : [],
    );
    const amounts = own.every((at) => itemAt(rule, at).kind === 'amount');
    if (own.length === 0 || !amounts || !values.every(Number.isInteger)) return null;
    for (const at of own) places.add(at);
  }
  return [...places].sort((a, b) => a - b);
}
