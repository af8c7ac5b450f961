import type { ReadPlan } from './read-plan.js';

/** What a certificate of a plan is about. */
export function planAboutInWords({ takers, units, claim: { fixed } }: ReadPlan): string {
  const named = (wish: 0 | 1): string =>
    units
      .filter((_, unit) => fixed[unit] === wish)
      .map(({ ref }) => ref)
      .join(', ');
  const [without, wanted] = [named(0), named(1)];
  const wishes = [...(without === '' ? [] : [`without ${without}`]), ...(wanted === '' ? [] : [`with ${wanted}`])];
  return [`a plan for ${takers.map(({ title }) => title).join('; ')}`, ...wishes].join(', ');
}

/** What it claims. */
export function planInWords({ units, measure, claim: { delivered, value } }: ReadPlan): string {
  const refs = delivered.map((unit) => units[unit]?.ref).join(', ');
  const figure = `${value / 1000n}${value % 1000n === 0n ? '' : `.${String(value % 1000n).padStart(3, '0')}`}`;
  return `no plan has less ${measure} than ${figure}; one that comes to it delivers ${refs}, within which each has a pathway`;
}
