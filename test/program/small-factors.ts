import type { LinearProgram } from '../../src/program/linear-program.js';
import { arbitraryProgram } from './arbitrary-program.js';

/** Factors that leave others' tolerances no room. */
export const PROGRAMS = arbitraryProgram({ maxColumns: 5, largestFactor: 50 }).map((program): LinearProgram => {
  const terms = program.objective.terms.map(({ column, factor }) => ({ column, factor: factor % 100 }));
  return { ...program, objective: { ...program.objective, terms: terms.filter(({ factor }) => factor !== 0) } };
});

/** MPS and OPB minimise, and OPB leaves the constant out. */
export const negated = ({ sense }: LinearProgram, value: number | null): number | null =>
  value === null || sense === 'minimise' ? value : 0 - value;
