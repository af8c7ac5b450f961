import type { Statement, Threshold } from '../domain/statement.js';
import { printStatement } from '../notation/print-statement.js';

/** The statements in quotation marks, with commas between them. */
export function quoted(statements: readonly Statement<Threshold>[]): string {
  return statements.map((statement) => `'${printStatement(statement)}'`).join(', ');
}
