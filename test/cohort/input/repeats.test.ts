import { describe, expect, it } from 'vitest';
import { CohortRepeats, fingerprint } from '../../../src/cohort/input/repeats.js';

describe('learners who come again', () => {
  it('are noticed, and nobody else is', () => {
    const repeats = new CohortRepeats();
    const id = (at: number): string => `L${String(at).padStart(7, '0')}`;
    let wrong = 0;
    for (let at = 0; at < 1_500_000; at++) if (repeats.isRepeat(fingerprint(id(at)))) wrong += 1;
    expect(wrong).toBe(0);
    for (const at of [1_499_999, 1_000_000, 999_999, 500_000]) expect(repeats.isRepeat(fingerprint(id(at)))).toBe(true);
  });

  it('are forgotten no sooner than after as many others as there is room for', () => {
    const repeats = new CohortRepeats(4);
    const come = (...ids: string[]): boolean[] => ids.map((id) => repeats.isRepeat(fingerprint(id)));
    expect(come('a', 'b', 'c', 'd', 'e', 'f', 'g')).toEqual([false, false, false, false, false, false, false]);
    expect(come('d', 'g', 'a')).toEqual([true, true, true]);
    expect(come('h', 'i')).toEqual([false, false]);
    expect(come('e', 'h', 'i')).toEqual([true, true, true]);
    expect(come('a')).toEqual([false]);
  });

  it('are told apart by every character and by where it stands', () => {
    const ids = ['', 'a', 'b', 'ab', 'ba', 'aa', 'aaa', '\u0000', '\u0000\u0000', 'é', 'É', '\u0100', '\u0001\u0000'];
    const prints = ids.map((id) => JSON.stringify(fingerprint(id)));
    expect(new Set(prints).size).toBe(ids.length);
  });
});
