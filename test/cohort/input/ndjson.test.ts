import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCohortBlock } from '../../../src/cohort/input/input.js';
import { LARGEST_LEARNER, MOST_UNITS, type CohortItem } from '../../../src/cohort/input/item.js';

const itemsOf = (text: string | Uint8Array): readonly CohortItem[] =>
  readCohortBlock(typeof text === 'string' ? new TextEncoder().encode(text) : text, { format: 'ndjson' }).items;

const learner = (id: string, achieved: readonly string[] = []): string => JSON.stringify({ learner: id, achieved });

describe('lines of an NDJSON cohort', () => {
  it('are a learner each, with line ends of either kind, blank lines and further fields', () => {
    const text = `${learner('L1', ['A', 'B'])}\r\n\n  \n{"achieved": [], "name": "X", "learner": "L2"}`;
    expect(itemsOf(text)).toEqual([
      { kind: 'learner', learner: 'L1', held: ['A', 'B'], line: 0 },
      { kind: 'learner', learner: 'L2', held: [], line: 3 },
    ]);
  });

  it.each([
    ['{"learner": "L1", "achieved": [}', 'json', null],
    ['{"learner": "L1", "achieved": ["A"]', 'json', 36],
    ['["L1"]', 'shape', 1],
    ['"L1"', 'shape', 1],
    ['null', 'shape', 1],
    ['{"achieved": []}', 'no-learner', 1],
    ['{"learner": 17, "achieved": []}', 'no-learner', 1],
    ['{"learner": " ", "achieved": []}', 'no-learner', 1],
    ['{"learner": "L1"}', 'no-achieved', 1],
    ['{"learner": "L1", "achieved": "A"}', 'no-achieved', 1],
    ['{"learner": "L1", "achieved": ["A", 5]}', 'no-achieved', 1],
  ])('that cannot be read are problems of their own: %s', (line, code, column) => {
    const items = itemsOf(`${learner('L0')}\n${line}\n${learner('L2')}\n`);
    const problem = { kind: 'problem', code, line: 1, last: 1, ...(column === null ? {} : { column }) };
    expect(items).toMatchObject([{ learner: 'L0' }, problem, { learner: 'L2' }]);
  });

  it('that are not UTF-8 or too long do no harm to others', () => {
    const encoder = new TextEncoder();
    const bad = [...encoder.encode(learner('L1')), 0xff, 10];
    const bytes = Uint8Array.from([...bad, ...encoder.encode(`${learner('é')}\n`)]);
    expect(itemsOf(bytes)).toMatchObject([{ code: 'encoding', line: 0, column: 31 }, { learner: 'é' }]);
    const long = learner('L1', ['A'.repeat(LARGEST_LEARNER)]);
    expect(itemsOf(`${long}\n${learner('L2')}`)).toMatchObject([{ code: 'line-too-long' }, { learner: 'L2' }]);
    const units = (count: number): string =>
      learner(
        'L1',
        Array.from({ length: count }, () => 'A'),
      );
    expect(itemsOf(units(MOST_UNITS))).toMatchObject([{ learner: 'L1' }]);
    expect(itemsOf(units(MOST_UNITS + 1))).toMatchObject([{ code: 'too-many-units' }]);
  });

  it('give back what was written, whatever it is', () => {
    const text = fc.string({ unit: 'grapheme' });
    const some = fc.array(fc.record({ learner: text.filter((it) => it.trim() !== ''), achieved: fc.array(text) }));
    fc.assert(
      fc.property(some, (learners) => {
        const items = itemsOf(learners.map((it) => `${JSON.stringify(it)}\n`).join(''));
        expect(items).toMatchObject(learners.map((it) => ({ learner: it.learner, held: it.achieved })));
      }),
    );
  });
});
