import { describe, expect, it } from 'vitest';
import type { Measure } from '../../../src/domain/measure.js';
import { amountWords, measureLabel, measureWords, objectivesWords } from '../../../src/report/sheets/measure-words.js';
import { describeCount, formatShare, formatWhole } from '../../../src/report/sheets/number-words.js';
import { plural } from '../../../src/report/sheets/plural.js';

const measure = (over: Measure['over'], quantity: Measure['quantity']): Measure => ({ over, quantity });

describe('numbers in words', () => {
  it('have commas between thousands', () => {
    expect([0, 12, 999, 1000, 1_234_567].map(formatWhole)).toEqual(['0', '12', '999', '1,000', '1,234,567']);
    expect(formatWhole(10n ** 21n)).toBe('1,000,000,000,000,000,000,000');
  });

  it('are told in full as far as anybody would read them', () => {
    expect(describeCount(1n, 'pathway')).toBe('1 pathway.');
    expect(describeCount(1_204n, 'pathway')).toBe('1,204 pathways.');
    expect(describeCount(10n ** 23n, 'pathway')).toBe('100,000,000,000,000,000,000,000 pathways.');
    expect(describeCount(1_875n * 10n ** 27n, 'placement')).toBe(
      'About 1.87 x 10^30 placements (--json gives the number in full).',
    );
  });

  it('say of a share neither none nor all where it is only nearly so', () => {
    const shares = [0, 0.0004, 0.001, 0.3333, 0.999, 0.9996, 1].map(formatShare);
    expect(shares).toEqual(['0.0%', '<0.1%', '0.1%', '33.3%', '99.9%', '>99.9%', '100.0%']);
  });

  it('are singular for one alone', () => {
    expect([0, 1, 2].map((count) => plural(count, 'unit'))).toEqual(['0 units', '1 unit', '2 units']);
  });
});

describe('measures in words', () => {
  it.each([
    [measure('all', 'glh'), 'guided learning hours', 'GLH'],
    [measure('new', 'glh'), 'new guided learning hours', 'new GLH'],
    [measure('overlap', 'glh'), 'guided learning hours already achieved', 'GLH held'],
    [measure('all', 'credits'), 'credits', 'credits'],
    [measure('new', 'credits'), 'new credits', 'new credits'],
    [measure('overlap', 'credits'), 'credits already achieved', 'credits held'],
    [measure('all', 'units'), 'units', 'units'],
    [measure('new', 'units'), 'new units', 'new units'],
    [measure('overlap', 'units'), 'units already achieved', 'units held'],
    [measure('all', { column: 'cost' }), 'cost', 'cost'],
    [measure('new', { column: 'cost' }), 'new-cost', 'new cost'],
  ] as const)('%j', (it, words, label) => {
    expect([measureWords(it), measureLabel(it), amountWords(it, 5)]).toEqual([words, label, `5 ${words}`]);
  });

  it('stand in the order of the objectives', () => {
    const least = { sense: 'minimise', measure: measure('new', 'glh'), value: 265 } as const;
    const most = { sense: 'maximise', measure: measure('all', 'credits'), value: 60 } as const;
    expect(objectivesWords([least, most])).toBe('Least new guided learning hours: 265, then most credits: 60');
    expect(objectivesWords([])).toBe('A pathway exists');
  });
});
