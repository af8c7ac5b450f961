import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeNamed, type TextFormat } from '../../src/program/formats/write-named.js';
import { bestByTrying } from '../../test/program/every-point.js';
import { NAMED } from '../../test/program/named-programs.js';
import { byCbc, byGlpsol, byMiniZinc, isInstalled, type ExternalSolver } from './external-solver.js';

const READERS: readonly (readonly [command: string, format: TextFormat, solve: ExternalSolver])[] = [
  ['glpsol', 'lp', byGlpsol('--lp')],
  ['glpsol', 'mps', byGlpsol('--freemps')],
  ['cbc', 'lp', byCbc('lp')],
  ['cbc', 'mps', byCbc('mps')],
  ['minizinc', 'mzn', byMiniZinc],
];

describe.each(READERS)('%s reads the comments of %s', (command, format, solve) => {
  it.skipIf(!isInstalled(command))(`as comments (needs ${command})`, () => {
    fc.assert(
      fc.property(NAMED, (named) => {
        const best = bestByTrying(named.program);
        const sign = format === 'mps' && named.program.sense === 'maximise' ? -1 : 1;
        const found = solve(writeNamed(named, format, true));
        expect(found === null ? null : Math.round(found)).toBe(best === null ? null : 0 + sign * best);
      }),
      { numRuns: 15, seed: 11 },
    );
  });
});
