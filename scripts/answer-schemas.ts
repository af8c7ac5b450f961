/** The JSON Schemas of answers, made from the types of the documents and their docstrings. */
import { createGenerator, type Config } from 'ts-json-schema-generator';
import { fileURLToPath } from 'node:url';

/** The answer of each command, by the name of its schema: the type that says what its document holds. */
const ANSWERS: Readonly<Record<string, string>> = {
  solve: 'SolveDocument',
  range: 'RangeAnswerDocument',
  'range-titles': 'TitlesRangeDocument',
  explain: 'ExplainAnswerDocument',
  alternatives: 'AlternativesAnswerDocument',
  units: 'UnitsAnswerDocument',
  audit: 'AuditDocument',
  progress: 'ProgressListDocument',
  match: 'MatchListDocument',
  check: 'CheckDocument',
  import: 'ImportDocument',
  list: 'ListDocument',
  show: 'ShowDocument',
  verify: 'VerifyDocument',
  export: 'ProgramDocument',
  bench: 'BenchDocument',
  compare: 'CompareDocument',
  tune: 'TuneDocument',
  report: 'ReportDocument',
  'audit-report': 'AuditReportDocument',
  'deliver-report': 'DeliverReportDocument',
  'cohort-report': 'CohortReportDocument',
  overlap: 'OverlapDocument',
  deliver: 'DeliverDocument',
  'sweep-line': 'SweepPointDocument',
  'cohort-line': 'CohortLineDocument',
};

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

/** Every schema with its name; unknown fields are allowed, as later versions may add some. */
export function answerSchemas(): readonly (readonly [name: string, schema: object])[] {
  const config: Config = {
    path: path('../src/report/documents/*.ts'),
    tsconfig: path('../tsconfig.json'),
    additionalProperties: true,
    skipTypeCheck: true,
    topRef: true,
  };
  const generator = createGenerator(config);
  return Object.entries(ANSWERS).map(([name, type]) => [name, generator.createSchema(type)] as const);
}
