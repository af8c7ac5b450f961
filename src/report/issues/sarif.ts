import type { CheckDocument, IssueDocument } from '../documents/check.js';

/** The part of a SARIF 2.1.0 log (OASIS) that issues need. */
export interface SarifLog {
  readonly $schema: string;
  readonly version: '2.1.0';
  readonly runs: readonly [SarifRun];
}

interface SarifRun {
  readonly tool: {
    readonly driver: {
      readonly name: string;
      readonly version: string;
      readonly rules: readonly { readonly id: string }[];
    };
  };
  readonly columnKind: 'utf16CodeUnits';
  readonly results: readonly SarifResult[];
}

interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: IssueDocument['severity'];
  readonly message: { readonly text: string };
  readonly locations: readonly {
    readonly physicalLocation: {
      readonly artifactLocation: { readonly uri: string };
      readonly region: { readonly startLine: number; readonly startColumn: number };
    };
  }[];
}

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

/** Issues as a SARIF log, which code scanning and editors read; `version` is that of this program. */
export function sarifLog(issues: CheckDocument, version: string): SarifLog {
  const ids = [...new Set(issues.map(({ code }) => code))].sort();
  const driver = { name: 'qualpath', version, rules: ids.map((id) => ({ id })) };
  const results = issues.map((issue) => resultOf(issue, ids.indexOf(issue.code)));
  return { $schema: SCHEMA, version: '2.1.0', runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results }] };
}

function resultOf({ code, severity, message, source }: IssueDocument, ruleIndex: number): SarifResult {
  const option = source !== null && 'option' in source ? `${source.option}: ` : '';
  const result = { ruleId: code, ruleIndex, level: severity, message: { text: `${option}${message}` } };
  if (source === null || 'option' in source) return { ...result, locations: [] };
  const region = { startLine: source.line, startColumn: source.column };
  return {
    ...result,
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(source.file) }, region } }],
  };
}

/** A path as a URI reference: relative as it was given, with the separators of URIs. */
function uriOf(file: string): string {
  const path = file.replaceAll('\\', '/');
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  if (/^[A-Za-z]:\//.test(path)) return `file:///${path.slice(0, 2)}${encoded.slice(4)}`;
  return path.startsWith('/') ? `file://${encoded}` : encoded;
}
