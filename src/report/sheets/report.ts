import type { Problem } from '../../domain/problem.js';
import type { DistributionsAnswer } from '../../questions/distribution.js';
import type { PrintedFigure } from '../../questions/published.js';
import type { Range } from '../../questions/range.js';
import type { Issue } from '../../domain/issue.js';
import type {
  KeptAnswerDocument,
  MadeByDocument,
  ObtainedDocument,
  QualificationReportDocument,
  ReportDocument,
} from '../documents/report.js';
import { rangeLines } from '../documents/range.js';
import {
  aside,
  heading,
  issueList,
  line,
  list,
  numbered,
  section,
  table,
  type HeadingLevel,
  type Sheet,
  type SheetPart,
} from '../sheet.js';
import { explainSheet } from './explain.js';
import { rangeSheet, spreadParts, witnessParts } from './range.js';
import { factLines, groupParts, sourceWords } from './show.js';

/** The range of a qualification with what belongs to it. */
export interface EvidentRange {
  readonly range: Range;
  readonly printed: readonly PrintedFigure[];
  readonly distributions: DistributionsAnswer;
}

/** What the sheet of a report is made from, besides its document. */
export interface Evident {
  readonly document: QualificationReportDocument;
  readonly problem: Problem;
  /** Null where there is no range, as where no pathway exists. */
  readonly range: EvidentRange | null;
  /** What `solve` says; null where hours are not known. */
  readonly best: Sheet | null;
  /** What is odd about the model, with short places. */
  readonly issues: readonly Issue[];
}

/** The evidence for the figures of one qualification, or of several with a contents. */
export function reportSheet({ date, madeBy }: ReportDocument, evidence: readonly Evident[]): Sheet {
  const [only, ...others] = evidence;
  const bears = [...(date === null ? [] : [line(`Date: ${date}`)]), ...madeByLines(madeBy)];
  if (only !== undefined && others.length === 0) {
    const { title } = only.problem.qualification.specification;
    return {
      title: `${title}: the evidence for its figures`,
      parts: [...bears, { kind: 'contents' }, ...evidenceParts(only, 2), ...madeByParts(madeBy, 2)],
    };
  }
  const chapters = evidence.flatMap((it) => {
    const { title } = it.problem.qualification.specification;
    return [heading(title), ...evidenceParts(it, 3)];
  });
  return {
    title: `The evidence for the figures of ${evidence.length} qualifications`,
    parts: [...bears, { kind: 'contents' }, ...chapters, ...madeByParts(madeBy, 2)],
  };
}

/** An answer as it is kept: with the day that it bears, what it is about, the files that went into it, and versions. */
export function keptSheet(
  { title, parts }: Sheet,
  { date, madeBy, inputs }: Pick<KeptAnswerDocument<unknown>, 'date' | 'madeBy' | 'inputs'>,
  rules: readonly RuleInWords[],
): Sheet {
  return {
    title,
    parts: [
      ...(date === null ? [] : [line(`Date: ${date}`)]),
      ...madeByLines(madeBy),
      ...parts,
      ...rules.flatMap(({ qualification, statements }) => [
        heading(rules.length === 1 ? 'The rule of combination' : `The rule of ${qualification}`),
        numbered(statements),
      ]),
      ...(inputs.length === 0 ? [] : section('The files that went into it', inputParts({ inputs }))),
      ...madeByParts(madeBy, 2),
    ],
  };
}

/** The statements of a qualification, in their order. */
export interface RuleInWords {
  readonly qualification: string;
  readonly statements: readonly string[];
}

function evidenceParts(it: Evident, level: HeadingLevel): readonly SheetPart[] {
  const { document, problem, range, best, issues } = it;
  const { specification, entries } = problem.qualification;
  const under = (title: string, parts: readonly SheetPart[]): readonly SheetPart[] =>
    parts.length === 0 ? [] : section(title, parts, level);
  return [
    ...under('The qualification', qualificationParts(it)),
    ...under('The rule of combination', [numbered(document.rule.map(({ statement }) => statement))]),
    ...under('Units', groupParts(specification.groups, entries)),
    ...(range === null
      ? []
      : under('Lowest and highest figures', rangeSheet('', range.range, problem, range.printed, NO_MORE).parts)),
    ...under('The least hours', [...(best?.parts ?? [line(`${hoursUnknown(document)}.`, 'caution')])]),
    ...under('What small changes would do', explainParts(document)),
    ...(range === null ? [] : under('How all pathways spread', spreadParts(range.distributions))),
    ...(range === null ? [] : under('A pathway behind each figure', witnessParts(rangeLines(range.range)))),
    ...under('The certificate', certificateParts(document)),
    ...under('How each figure was obtained', obtainedParts(document.obtained)),
    ...under('What was not checked', notCheckedParts(document)),
    ...under('What is odd about the model', issues.length === 0 ? [] : [issueList(issues)]),
    ...under('The files that went into it', inputParts(document)),
  ];
}

const NO_MORE = { witness: false, distributions: null };

function qualificationParts({ document, problem }: Evident): readonly SheetPart[] {
  const { specification } = problem.qualification;
  const { set, asOf } = document;
  return [
    ...factLines(specification),
    ...(asOf === null ? [] : [line(`looked at as of: ${asOf}`)]),
    ...(set.length === 0 ? [] : [heading('Values given for this report'), list(set)]),
    ...(specification.notes.length === 0 ? [] : [heading('Notes'), list(specification.notes)]),
    ...(specification.sources.length === 0 ? [] : [heading('Sources'), list(specification.sources.map(sourceWords))]),
  ];
}

function hoursUnknown({ notChecked }: QualificationReportDocument): string {
  return notChecked.find(({ figure }) => figure === 'best')?.why ?? 'The least hours are not known';
}

function certificateParts({ certificate }: QualificationReportDocument): readonly SheetPart[] {
  if ('certified' in certificate) return [];
  const { claim, file, text, sha256, leaves } = certificate;
  const digest = sha256 === null ? '' : ` Its SHA-256 is ${sha256}.`;
  return [
    line(
      `${claim} A proof of that in ${leaves === 1 ? '1 leaf' : `${leaves} leaves`} can be checked without any solver.`,
    ),
    {
      kind: 'attachment',
      name: file,
      text,
      words: `qualpath verify ${file} checks the certificate; report --format json and --format html hold it.${digest}`,
    },
  ];
}

function explainParts({ explain }: QualificationReportDocument): readonly SheetPart[] {
  return explain === null || explain.status !== 'answered' ? [] : explainSheet('', explain).parts;
}

function obtainedParts(obtained: readonly ObtainedDocument[]): readonly SheetPart[] {
  if (obtained.length === 0) return [];
  return [
    table(
      [
        { head: 'Figure', flexible: true },
        { head: 'Value', align: 'right' },
        { head: 'Found by' },
        { head: 'Confirmed by', flexible: true },
      ],
      obtained.map(({ figure, value, by, confirmedBy }) => [figure, value, by, confirmedBy.join(', ')]),
    ),
    aside(
      'Every pathway shown was accepted by the direct evaluator of the rule, which knows neither solvers nor diagrams.',
    ),
  ];
}

const NOT_OF_THIS_PROGRAM =
  'Whether the model says what the specification of the qualification says. The rule and the units stand above for a person to compare.';

function notCheckedParts({ notChecked }: QualificationReportDocument): readonly SheetPart[] {
  return [list([NOT_OF_THIS_PROGRAM, ...notChecked.map(({ why }) => `${why}.`)])];
}

function inputParts({ inputs }: Pick<QualificationReportDocument, 'inputs'>): readonly SheetPart[] {
  if (inputs.length === 0) return [];
  return [
    table(
      [{ head: 'File' }, { head: 'SHA-256', flexible: true }],
      inputs.map(({ file, sha256 }) => [file, sha256]),
    ),
  ];
}

function madeByLines(madeBy: MadeByDocument | null): readonly SheetPart[] {
  return madeBy === null ? [] : [line(`Made by qualpath ${madeBy.qualpath}.`, 'quiet')];
}

function madeByParts(madeBy: MadeByDocument | null, level: HeadingLevel): readonly SheetPart[] {
  if (madeBy === null) return [];
  const rows = [{ name: 'qualpath', version: madeBy.qualpath }, ...madeBy.solvers];
  const parts = [
    table(
      [{ head: 'Program' }, { head: 'Version' }],
      rows.map(({ name, version }) => [name, version]),
    ),
  ];
  return section('Versions', parts, level);
}
