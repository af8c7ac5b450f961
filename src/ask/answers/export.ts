import { error, warning, type Issue } from '../../domain/issue.js';
import type { Problem } from '../../domain/problem.js';
import { everyWay } from '../../domain/using-held.js';
import { pathwayProgram } from '../../export/pathway-program.js';
import type { NamedProgram, ProgramFormat } from '../../program/formats/named-program.js';
import { nameTable } from '../../program/formats/name-table.js';
import { writeNamed } from '../../program/formats/write-named.js';
import { programDocument, type ProgramDocument } from '../../report/documents/program.js';
import { toJson } from '../../report/json/to-json.js';
import { nameTableCsv } from '../../report/name-table-csv.js';
import { programSheet } from '../../report/sheets/program.js';
import type { Answer } from '../answer.js';
import type { Asked } from '../asked.js';
import { InputError, valueOrThrow } from '../input-error.js';

/** An answer that is a program, which can be written in every format that other solvers read. */
export interface ExportAnswer extends Answer<ProgramDocument> {
  /** The program by itself, with every name explained in comments at its head; in JSON the names are explained in place. */
  readonly text: (format: ProgramFormat) => string;
  /** The program for a file, and the table of its names for another beside it; JSON needs no table. */
  readonly files: (format: ProgramFormat) => { readonly program: string; readonly names: string | null };
}

/**
 * The question "which pathway is best" as a program for other solvers. Where what is held can be used in several ways,
 * the program is about way number `way`, from 1, and a warning says how many there are.
 */
export function answerExport({ problem, objectives, specification, warnings }: Asked, way?: number): ExportAnswer {
  const { chosen, issues } = chooseWay(problem, way);
  const made = pathwayProgram(specification.title, chosen, objectives);
  const named = valueOrThrow(made);
  return exportAnswer(named, [...warnings, ...issues, ...(made.ok ? made.warnings : [])]);
}

/** The answer for any program with names. */
export function exportAnswer(named: NamedProgram, issues: readonly Issue[]): ExportAnswer {
  const document = programDocument(named);
  const json = (): string => `${toJson(document, 2)}\n`;
  return {
    document,
    outcome: 'answered',
    issues,
    sheet: () => programSheet(named),
    text: (format) => (format === 'json' ? json() : writeNamed(named, format, true)),
    files: (format) =>
      format === 'json'
        ? { program: json(), names: null }
        : { program: writeNamed(named, format, false), names: nameTableCsv(nameTable(named, format)) },
  };
}

function chooseWay(problem: Problem, way: number | undefined): { chosen: Problem; issues: readonly Issue[] } {
  const ways = everyWay(problem);
  const chosen = ways[(way ?? 1) - 1];
  if (chosen === undefined) {
    const many = ways.length === 1 ? 'one way only' : `${ways.length} ways`;
    const message = `What is held can be used in ${many}; there is no way ${way}.`;
    throw new InputError([error('several-ways', message, { option: `--way ${way}` })]);
  }
  if (ways.length === 1 || way !== undefined) return { chosen, issues: [] };
  const message = `What is held can be used in ${ways.length} ways, and a program is about one of them: this is the first. The best pathway is the best of all; export the others with --way 2 to --way ${ways.length}.`;
  return { chosen, issues: [warning('several-ways', message)] };
}
