import { formatMeasure, type Measure } from '../../domain/measure.js';
import { formatQuantity } from '../../domain/quantity.js';
import type { ObjectiveValue } from '../../questions/pathway.js';

const NOUNS: Readonly<Record<string, string>> = {
  glh: 'guided learning hours',
  'new-glh': 'new guided learning hours',
  'overlap-glh': 'guided learning hours already achieved',
  'overlap-credits': 'credits already achieved',
  'overlap-units': 'units already achieved',
  'new-credits': 'new credits',
  'new-units': 'new units',
};

/** What a measure counts, in words: `new guided learning hours`; a column by its own name. */
export function measureWords(measure: Measure): string {
  const name = formatMeasure(measure);
  return NOUNS[name] ?? name;
}

/** A measure as a short heading: `new GLH`, `credits`; a column by its own name. */
export function measureLabel({ over, quantity }: Measure): string {
  const name = formatQuantity(quantity);
  if (over === 'all') return name;
  return over === 'new' ? `new ${name}` : `${name} held`;
}

/** `289 new guided learning hours`. */
export function amountWords(measure: Measure, value: number): string {
  return `${value} ${measureWords(measure)}`;
}

/** `Least new guided learning hours: 265, then least new units: 13`. */
export function objectivesWords(objectives: readonly ObjectiveValue[]): string {
  if (objectives.length === 0) return 'A pathway exists';
  const parts = objectives.map(
    ({ sense, measure, value }) => `${sense === 'minimise' ? 'least' : 'most'} ${measureWords(measure)}: ${value}`,
  );
  const line = parts.join(', then ');
  return `${line.charAt(0).toUpperCase()}${line.slice(1)}`;
}
