import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameTable } from '../../../src/program/formats/name-table.js';
import { writeNamed, type TextFormat } from '../../../src/program/formats/write-named.js';
import type { LinearProgram } from '../../../src/program/linear-program.js';
import { NAMED } from '../named-programs.js';

const FORMATS: readonly TextFormat[] = ['lp', 'mps', 'opb', 'mzn'];

const SIGN = /^(?:\\|\*|%) /;

describe.each(FORMATS)('a named program as %s', (format) => {
  it('is the program as it was, and comments', () => {
    fc.assert(
      fc.property(NAMED, (named) => {
        const lines = writeNamed(named, format, true).split('\n');
        const plain = writeNamed({ ...named, about: [] }, format, false).split('\n');
        const comments = lines.length - plain.length;
        expect(comments).toBe(1 + nameTable(named, format).length);
        const start = format === 'opb' ? 1 : 0;
        expect(lines.slice(start, start + comments).filter((line) => !SIGN.test(line) || line.length > 202)).toEqual(
          [],
        );
        expect([...lines.slice(0, start), ...lines.slice(start + comments)]).toEqual(plain);
      }),
    );
  });

  it('explains every name once, and the text has it', () => {
    fc.assert(
      fc.property(NAMED, (named) => {
        const names = nameTable(named, format).map(({ name }) => name);
        const said = names.filter((name) => !name.startsWith('always'));
        expect(new Set(said).size).toBe(said.length);
        const text = writeNamed({ ...named, about: [] }, format, false);
        const constraints = text.split('\n').filter((line) => /^constraint|^[+-].*=/.test(line)).length;
        const variables = Number(/#variable= (\d+)/.exec(text)?.[1] ?? 0);
        const has = (name: string): boolean => {
          if (name.startsWith('constraint ')) return Number(name.slice('constraint '.length)) <= constraints;
          if (format === 'opb') return Number(name.slice(1)) <= variables;
          return new RegExp(`(?<!\\w)${name}(?!\\w)`).test(text);
        };
        expect(said.filter((name) => !has(name))).toEqual([]);
        const rows = names.filter((name) => name.startsWith('constraint'));
        expect(format !== 'mzn' || rows.length === constraints).toBe(true);
      }),
    );
  });
});

describe('crossed bounds', () => {
  it('are refused, as some formats have no word for them', () => {
    const row = { terms: [{ column: 0, factor: 1 }], interval: { min: 1, max: 0 } };
    const program: LinearProgram = {
      sense: 'minimise',
      columns: [{ lower: 0, upper: 1 }],
      rows: [row],
      objective: { terms: [], constant: 0 },
    };
    const named = { program, about: [], columns: [{ ref: null, text: '' }], rows: [{ ref: null, text: '' }] };
    expect(() => writeNamed(named, 'lp', false)).toThrow(RangeError);
  });
});
