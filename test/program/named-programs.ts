import fc from 'fast-check';
import type { NamedProgram } from '../../src/program/formats/named-program.js';
import type { LinearProgram } from '../../src/program/linear-program.js';
import { arbitraryProgram } from './arbitrary-program.js';

const isStraight = ({ rows }: LinearProgram): boolean =>
  rows.every(({ interval: { min, max } }) => min === null || max === null || min <= max);

/** Programs whose names and sentences hold whatever people may have typed. */
export const NAMED = fc
  .tuple(arbitraryProgram({ maxColumns: 5, largestFactor: 50 }).filter(isStraight), fc.string({ unit: 'binary' }))
  .map(([program, words]): NamedProgram => {
    const terms = program.objective.terms
      .map(({ column, factor }) => ({ column, factor: factor % 100 }))
      .filter(({ factor }) => factor !== 0);
    const text = `End */ ${words}\nSubject To\r\n\u2028x0 >= 5;`;
    return {
      program: { ...program, objective: { ...program.objective, terms } },
      about: [text],
      columns: program.columns.map((_, index) => ({ ref: `Z ${index}`, text })),
      rows: program.rows.map(() => ({ ref: null, text })),
    };
  });
