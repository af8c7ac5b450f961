import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../support/command.js';
import type { Printed, PrintedUnit } from './printed.js';

/** A qualification that ships with the package, as a handbook might print it, and the rule that is to be read of it. */
export interface ShippedDocument {
  readonly id: string;
  readonly printed: Printed;
  readonly rule: readonly string[];
}

/** Conditions in words of a handbook, and the statements that they are. */
const RULES: Readonly<Record<string, readonly (readonly [sentence: string, statement: string])[]>> = {
  'ocr-level-3-diploma-customer-service': [
    ['Learners must complete a minimum of 55 credits.', 'at least 55 credits'],
    ['31 credits must come from Group A', 'exactly 31 credits from A'],
    ['At least 15 credits must be taken from Group B', 'at least 15 credits from B'],
    ['Up to 9 credits may be taken from Group C', 'at most 9 credits from C'],
    ['At least 40 credits must be achieved at Level 3 or above.', 'at least 40 credits at level 3 or above'],
  ],
  'level-1-certificate-customer-service': [
    ['Minimum credit value: 19', 'at least 19 credits'],
    ['10 credits from Group A', 'exactly 10 credits from A'],
    ['A minimum of 6 credits from Group B', 'at least 6 credits from B'],
    ['No more than 3 credits from Group C', 'at most 3 credits from C'],
    ['At least 14 credits must be at Level 1', 'at least 14 credits at level 1'],
  ],
  'level-2-diploma-customer-service': [
    ['A minimum of 45 credits must be achieved', 'at least 45 credits'],
    ['X credits from Group A', 'exactly a-credits credits from A'],
    ['A minimum of 3 credits from Group B', 'at least 3 credits from B'],
    ['A minimum of X credits from Group C', 'at least c-minimum credits from C'],
    ['A maximum of X credits from Group D', 'at most d-maximum credits from D'],
    ['A minimum of 35 credits must be at Level 2', 'at least 35 credits at level 2'],
  ],
};

/** Every one of them with its units as the package lists them. */
export function shippedDocuments(): readonly ShippedDocument[] {
  return Object.entries(RULES).map(([id, rules]) => {
    const units = parse<Record<string, string>>(readFileSync(join(ROOT, 'data', `${id}.csv`)), { columns: true });
    const names = [...new Set(units.map((unit) => unit['group'] ?? ''))];
    const known = rules.filter(([, statement]) => statement !== '');
    return {
      id,
      printed: {
        title: titleOf(id),
        sentences: known.map(([sentence]) => sentence),
        groups: names.map((name) => ({
          name,
          title: name === 'A' ? 'Mandatory units' : 'Optional units',
          units: units.filter((unit) => unit['group'] === name).map(unitOf),
        })),
      },
      rule: ['all units from A', ...known.map(([, statement]) => statement)],
    };
  });
}

function unitOf({ ref = '', title = '', level = '', credit = '', glh = '' }: Record<string, string>): PrintedUnit {
  return { ref, title, level, credit, glh };
}

function titleOf(id: string): string {
  const text = readFileSync(join(ROOT, 'models', `${id}.yaml`), 'utf8');
  return /^title: (.+)$/m.exec(text)?.[1] ?? '';
}
