import { describe, expect, it } from 'vitest';
import { qualpath } from '../../test/support/command.js';
import { ourPlanValue, ourValue, PLANS, QUESTIONS } from '../../test/support/exported.js';
import { byCbc, byGlpsol, byMiniZinc, isInstalled, type ExternalSolver } from './external-solver.js';

const SOLVERS: readonly (readonly [name: string, command: string, format: string, solve: ExternalSolver])[] = [
  ['glpsol', 'glpsol', 'lp', byGlpsol('--lp')],
  ['glpsol', 'glpsol', 'mps', byGlpsol('--freemps')],
  ['cbc', 'cbc', 'lp', byCbc('lp')],
  ['cbc', 'cbc', 'mps', byCbc('mps')],
  ['Gecode', 'minizinc', 'mzn', byMiniZinc],
];

describe.each(SOLVERS)('%s', (name, command, format, solve) => {
  it.skipIf(!isInstalled(command))(
    `finds our optima in what export writes as ${format} (needs ${command})`,
    async () => {
      for (const question of QUESTIONS) {
        const { value, sense } = await ourValue(question);
        const { out, code } = await qualpath(['export', ...question, '--format', format]);
        const found = solve(out);
        const sign = format === 'mps' && sense === 'maximise' ? -1 : 1;
        expect([name, question, code, Math.round(found ?? Number.NaN)]).toEqual([name, question, 0, sign * value]);
      }
    },
  );

  it.skipIf(!isInstalled(command))(
    `finds our optimal plans in what export writes as ${format} (needs ${command})`,
    async () => {
      for (const question of format === 'mzn' ? PLANS.slice(0, 1) : PLANS) {
        const { out, code } = await qualpath(['export', ...question, '--format', format]);
        const found = Math.round(solve(out) ?? Number.NaN);
        expect([name, question, code, found]).toEqual([name, question, 0, await ourPlanValue(question)]);
      }
    },
  );
});
