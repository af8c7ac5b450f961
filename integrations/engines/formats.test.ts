import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeLp } from '../../src/program/formats/lp.js';
import { writeMiniZinc } from '../../src/program/formats/minizinc.js';
import { writeMps } from '../../src/program/formats/mps.js';
import type { LinearProgram } from '../../src/program/linear-program.js';
import { bestByTrying } from '../../test/program/every-point.js';
import { negated, PROGRAMS } from '../../test/program/small-factors.js';
import { byCbc, byGlpsol, byMiniZinc, isInstalled, type ExternalSolver } from './external-solver.js';

interface Reader {
  readonly name: string;
  readonly command: string;
  readonly write: (program: LinearProgram) => string;
  readonly solve: ExternalSolver;
  readonly minimises: boolean;
}

const READERS: readonly Reader[] = [
  { name: 'glpsol reads LP', command: 'glpsol', write: writeLp, solve: byGlpsol('--lp'), minimises: false },
  { name: 'glpsol reads MPS', command: 'glpsol', write: writeMps, solve: byGlpsol('--freemps'), minimises: true },
  { name: 'cbc reads LP', command: 'cbc', write: writeLp, solve: byCbc('lp'), minimises: false },
  { name: 'cbc reads MPS', command: 'cbc', write: writeMps, solve: byCbc('mps'), minimises: true },
  { name: 'Gecode solves MiniZinc', command: 'minizinc', write: writeMiniZinc, solve: byMiniZinc, minimises: false },
];

describe.each(READERS)('$name', ({ command, write, solve, minimises }) => {
  it.skipIf(!isInstalled(command))(`and agrees (needs ${command})`, () => {
    fc.assert(
      fc.property(PROGRAMS, (program) => {
        const best = bestByTrying(program);
        const found = solve(write(program));
        expect(found === null ? null : Math.round(found)).toBe(minimises ? negated(program, best) : best);
      }),
      { numRuns: 25, seed: 7 },
    );
  });
});
