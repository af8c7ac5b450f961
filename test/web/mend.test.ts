import { describe, expect, it } from 'vitest';
import { mendStatement, parameterIn } from '../../web/designer/mend.js';

describe('the button that mends a statement', () => {
  it('moves the threshold and nothing else', () => {
    expect(mendStatement('at least 55 credits from B at level 3', 52)).toBe('at least 52 credits from B at level 3');
    expect(mendStatement('  at most 9.5 credits from C', 10)).toBe('  at most 10 credits from C');
    expect(mendStatement('exactly 31 credits from A', 30)).toBe('exactly 30 credits from A');
    expect(mendStatement('at least 50% of credits are at level 3', 40)).toBe('at least 40% of credits are at level 3');
  });

  it('moves the bound that stands in the way of two', () => {
    expect(mendStatement('between 6 and 9 credits from B', 4)).toBe('between 4 and 9 credits from B');
    expect(mendStatement('between 6 and 9 credits from B', 12)).toBe('between 6 and 12 credits from B');
  });

  it('offers nothing where there is no figure to be moved', () => {
    expect(mendStatement('all units from A', 3)).toBeNull();
    expect(mendStatement('units X, Y need unit Z', 3)).toBeNull();
    expect(mendStatement('more than 50% of credits are at level 3', 40)).toBeNull();
  });

  it('knows where an open value stands for the figure', () => {
    expect(parameterIn('at least b-minimum credits from B', ['a-credits', 'b-minimum'])).toBe('b-minimum');
    expect(parameterIn('at least 5 credits from B', ['b-minimum'])).toBeNull();
  });
});
