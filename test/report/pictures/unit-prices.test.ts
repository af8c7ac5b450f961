import { describe, expect, it } from 'vitest';
import type { UnitPriceDocument, UnitsDocument } from '../../../src/report/documents/units.js';
import { unitPrices } from '../../../src/report/pictures/unit-prices.js';

const unit = (ref: string, costs: number | null, status: UnitPriceDocument['status'] = 'free'): UnitPriceDocument => ({
  ref,
  title: `The unit <${ref}> & its title`,
  groups: ['A'],
  credit: 1,
  glh: 1,
  with: costs,
  without: costs,
  withValues: null,
  withoutValues: null,
  costs,
  share: null,
  status,
});

const document = (units: readonly UnitPriceDocument[]): UnitsDocument => ({
  qualification: 'q',
  status: 'answered',
  objective: { sense: 'minimise', measure: 'glh' },
  optimum: 100,
  objectives: [],
  distinct: 'units',
  limit: null,
  solver: 'decision diagram',
  confirmedBy: [],
  units,
});

describe('the picture of prices', () => {
  it('says in words what it shows', () => {
    const picture = unitPrices(
      document([unit('U 1', 0, 'forced'), unit('U 2', 7), unit('U 3', 0), unit('U 4', null, 'impossible')]),
    );
    expect(picture.description).toBe(
      'Best figure 100. 1 unit in every pathway; of 2 that may be chosen 1 cost nothing, and U 2 costs most: 7.',
    );
    expect(picture.svg).toContain('in no pathway');
    expect(picture.svg.replace(/<[^>]*>/g, '')).not.toMatch(/[<>]/);
  });

  it('gives each of 300 units a line of its own, so that no labels collide', () => {
    const { svg } = unitPrices(document(Array.from({ length: 300 }, (_, at) => unit(`U ${at}`, at))));
    const labels = [...svg.matchAll(/<text x="330" y="(\d+)"/g)].map(([, y]) => Number(y));
    expect(labels).toHaveLength(300);
    expect(Math.min(...labels.slice(1).map((y, at) => y - (labels[at] ?? 0)))).toBeGreaterThanOrEqual(16);
  });
});
