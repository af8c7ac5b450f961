import { describe, expect, it } from 'vitest';
import { deadlineIn, NO_DEADLINE, within } from '../../src/methods/deadline.js';

describe('a deadline', () => {
  it('counts down to nothing and no further', () => {
    let now = 100;
    const deadline = deadlineIn(50, () => now);
    const seen = [0, 30, 50, 80].map((later) => {
      now = 100 + later;
      return [deadline.remaining(), deadline.passed()];
    });
    expect(seen).toEqual([
      [50, false],
      [20, false],
      [0, true],
      [0, true],
    ]);
  });

  it('within another is never later than either', () => {
    expect(within(deadlineIn(-1), 1000).passed()).toBe(true);
    expect(within(deadlineIn(100_000), 50).remaining()).toBeLessThanOrEqual(50);
    expect(within(deadlineIn(50), 100_000).remaining()).toBeLessThanOrEqual(50);
  });

  it('that never comes leaves all the time there is', () => {
    expect([NO_DEADLINE.remaining(), NO_DEADLINE.passed()]).toEqual([Infinity, false]);
  });
});
