import { describe, expect, it } from 'vitest';
import { outcomeOf } from '../../src/ask/answer.js';
import { EXIT_OF } from '../../src/cli/exit-code.js';

describe('how an answer came out', () => {
  it.each([
    [{ status: 'infeasible', by: 'x', confirmedBy: [] }, 'no-pathway', 1],
    [{ status: 'unknown', limit: 'time', reason: null, by: 'x' }, 'limit', 4],
    [{ status: 'unknown', limit: 'size', reason: null, by: 'x' }, 'limit', 4],
    [{ status: 'unknown', limit: null, reason: 'it broke', by: 'x' }, 'failed', 5],
    [{ status: 'disputed', claims: [] }, 'disputed', 5],
  ] as const)('%j', (answer, outcome, code) => {
    expect([outcomeOf(answer), EXIT_OF[outcomeOf(answer)]]).toEqual([outcome, code]);
  });
});
