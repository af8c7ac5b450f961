import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holds, type Formula } from '../../src/certificate/check.js';
import type { ListedEntry } from '../../src/certificate/listed-entry.js';
import { printSentence } from '../../src/certificate/print-rule.js';
import { questionOf } from '../../src/certificate/question.js';
import { readEntry } from '../../src/certificate/read-entry.js';
import { readSentence } from '../../src/certificate/read-rule.js';
import { foldStatement } from '../../src/domain/fold.js';
import type { Problem } from '../../src/domain/problem.js';
import { evaluate } from '../../src/evaluate/evaluate.js';
import { namesOf } from '../../src/notation/names.js';
import { parseStatement } from '../../src/notation/parse-statement.js';
import { arbitraryRule } from '../long-run/arbitrary-rule.js';
import { everySelection } from '../support/brute-force.js';
import { smallProblem } from '../support/small-qualification.js';

/** Rules of which every selection is compared; `npm run test:certificates` sets enough for a million selections. */
const RULES = Number(process.env['CERTIFICATE_READINGS'] ?? 30);
const KINDS = 10;

function readBack(problem: Problem): readonly Formula[] {
  const question = questionOf(problem, problem.conditions, []);
  const entries: readonly ListedEntry[] = question.entries.map((entry) => readEntry(entry, 'entry'));
  return question.rule.map((sentence) => readSentence(sentence, entries));
}

function compare(problem: Problem): number {
  const rule = readBack(problem);
  let compared = 0;
  for (const selection of everySelection(problem)) {
    const counted = new Set(selection);
    const read = rule.map((formula) => holds(formula, counted));
    const { conditions } = evaluate(problem, selection);
    compared += 1;
    for (const [at, { holds: meant, statement }] of conditions.entries()) {
      if (read[at] !== meant) throw new Error(`${printSentence(problem, statement)} on ${selection.join(', ')}`);
    }
  }
  return compared;
}

describe('a sentence of a certificate', () => {
  it('means what the evaluator says, whatever kind of statement it prints', { timeout: 3_600_000 }, () => {
    let compared = 0;
    const kinds = new Map<string, number>();
    fc.assert(
      fc.property(arbitraryRule(), ({ problem }) => {
        compared += compare(problem);
        for (const statement of problem.conditions) {
          for (const kind of foldStatement(statement, (_, it) => [it.kind]))
            kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
        }
      }),
      { numRuns: RULES },
    );
    expect(kinds.size).toBe(KINDS);
    if (RULES > 1000) console.log(`${compared} selections of ${RULES} rules`, Object.fromEntries(kinds));
  });

  it('is a sentence of the notation that means the same', () => {
    fc.assert(
      fc.property(arbitraryRule(), ({ problem }) => {
        for (const statement of problem.conditions) {
          const text = printSentence(problem, statement);
          const names = namesOf(problem.qualification.specification);
          const parsed = parseStatement({ kind: 'line', text, source: { option: 'test' } }, names);
          // Two references of one unit are printed as one, of which no table of the notation bars or links anything.
          if (!parsed.ok && /at least two different units/.test(parsed.issues.map(({ message }) => message).join()))
            continue;
          if (!parsed.ok) throw new Error(`${text}: ${parsed.issues.map(({ message }) => message).join(' ')}`);
          const again = { ...problem, conditions: [parsed.value as typeof statement] };
          expect(printSentence(again, parsed.value as typeof statement)).toBe(text);
        }
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    ['at least 5 credits', 'from "A" or worse'],
    ['at least 5 credits', ' '],
    ['any unit needs', ''],
    ['at least 1 of (at least 1 units', ''],
    ['at least five credits', ''],
    ['at least 5.1234 credits', ''],
    ['at least 5 "staff"', ''],
    ['all units from A', ''],
  ])('is refused where it reads %s%s', (start, end) => {
    const problem = smallProblem([['A', 'X', 3, 5, 20]], []);
    const entries = questionOf(problem, [], [{ over: 'all', quantity: 'credits' }]).entries;
    expect(() =>
      readSentence(
        start + end,
        entries.map((it) => readEntry(it, 'entry')),
      ),
    ).toThrow(SyntaxError);
  });
});
