import { describe, expect, it } from 'vitest';
import { error, warning, type Issue } from '../../src/domain/issue.js';
import { cutLike, MOST_ALIKE } from '../../src/domain/like-issues.js';
import { conclude } from '../../src/domain/result.js';

const many = (count: number, file = 'f'): Issue[] =>
  Array.from({ length: count }, (_, index) =>
    error('unknown-key', `key ${index}`, { file, line: index + 1, column: 1 }),
  );

describe('issues that are alike', () => {
  it('are told up to twenty a code and file, and the rest is counted', () => {
    const told = cutLike([...many(60_000), ...many(3, 'g'), warning('yaml', 'other')]);
    expect(told).toHaveLength(MOST_ALIKE + 1 + 3 + 1);
    expect(told[MOST_ALIKE]).toMatchObject({ code: 'more-issues', severity: 'error', source: { line: 21 } });
    expect(told[MOST_ALIKE]?.message).toMatch(/^There are 59980 more .*\(unknown-key\)/);
    expect(cutLike(told)).toEqual(told);
  });

  it('are told in full while counting them would save nothing', () => {
    expect(cutLike(many(MOST_ALIKE))).toEqual(many(MOST_ALIKE));
    expect(cutLike(many(MOST_ALIKE + 1))).toEqual(many(MOST_ALIKE + 1));
  });

  it('refuse what they refused', () => {
    expect(conclude(() => 1, many(500)).ok).toBe(false);
  });
});

describe('a message', () => {
  it('quotes at most 120 characters, whatever it quotes', () => {
    const { message } = error(
      'statement',
      `expected a group; found '${'x y '.repeat(5000)}'; this has ${'z'.repeat(5000)}.`,
    );
    expect(message.length).toBeLessThan(320);
    expect(message).toContain('expected a group; found ');
    expect(message).toContain("…'; this has z");
  });
});
