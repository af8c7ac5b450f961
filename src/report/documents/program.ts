import { itemAt } from '../../domain/item-at.js';
import type { Meaning, NamedProgram } from '../../program/formats/named-program.js';
import type { LinearExpression, Term } from '../../program/linear-program.js';

/** One factor times one column, by the name of the column. */
export interface TermDocument {
  readonly column: string;
  readonly factor: number;
}

/** A question as an integer program, for programs that solve or transform such. Everything is whole. */
export interface ProgramDocument {
  /** What is asked, a sentence a line. */
  readonly about: readonly string[];
  readonly sense: 'minimise' | 'maximise';
  /** Whole-numbered unknowns, each between its bounds. `ref` is the reference of the unit that a column stands for. */
  readonly columns: readonly {
    readonly name: string;
    readonly ref: string | null;
    readonly meaning: string;
    readonly lower: number;
    readonly upper: number;
  }[];
  /** Sums that lie between their bounds; null is no bound. */
  readonly rows: readonly {
    readonly name: string;
    readonly meaning: string;
    readonly terms: readonly TermDocument[];
    readonly min: number | null;
    readonly max: number | null;
  }[];
  readonly objective: { readonly terms: readonly TermDocument[]; readonly constant: number };
}

/** The document of a program. */
export function programDocument({ program, about, columns, rows }: NamedProgram): ProgramDocument {
  return {
    about,
    sense: program.sense,
    columns: program.columns.map(({ lower, upper }, index) => {
      const { ref, text }: Meaning = itemAt(columns, index);
      return { name: `x${index}`, ref, meaning: text, lower, upper };
    }),
    rows: program.rows.map(({ terms, interval: { min, max } }, index) => {
      return { name: `r${index}`, meaning: itemAt(rows, index).text, terms: termDocuments(terms), min, max };
    }),
    objective: objectiveDocument(program.objective),
  };
}

function objectiveDocument({ terms, constant }: LinearExpression): ProgramDocument['objective'] {
  return { terms: termDocuments(terms), constant };
}

function termDocuments(terms: readonly Term[]): readonly TermDocument[] {
  return terms.map(({ column, factor }) => ({ column: `x${column}`, factor }));
}
