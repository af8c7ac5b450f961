import { itemAt } from '../../domain/item-at.js';
import type { Explanation, ExplainedStatement, Outlook } from '../../questions/explain/explain.js';
import type { Withdrawal } from '../../questions/explain/withdrawals.js';
import { printStatement } from '../../notation/print-statement.js';
import type { UnansweredDocument } from './pathway.js';
import { sourceDocument, type SourceDocument } from './statement.js';
import { totalsDocument, unitDocuments, type TotalsDocument, type UnitDocument } from './unit.js';

/** What a changed rule comes to. */
export interface OutlookDocument {
  /** `infeasible` where no pathway is left. */
  readonly status: 'optimal' | 'feasible' | 'infeasible' | 'unknown' | 'disputed';
  /** The least new hours; null without a pathway, or where a limit kept it from being proved. */
  readonly least: number | null;
  /** What that is more (or, below 0, less) than the least new hours of the rule as it is. */
  readonly difference: number | null;
  /** How many pathways there are, as a string; null where they were not counted. */
  readonly pathways: string | null;
}

/** A threshold moved by one of its own unit: tighter or looser, or down or up where a statement says `exactly`. */
export interface StepDocument extends OutlookDocument {
  readonly change: 'tighter' | 'looser' | 'down' | 'up';
  /** The statement as it would be. */
  readonly statement: string;
}

/** A statement and what it does to the least hours. */
export interface ExplainedStatementDocument {
  readonly statement: string;
  readonly source: SourceDocument;
  /** What the best pathway comes to, in the statement's own unit; null where there is nothing to count. */
  readonly value: number | null;
  /** Whether the value is a share, in per cent. */
  readonly isShare: boolean;
  /** Whether leaving the statement out would lower the least hours; null where that is not known. */
  readonly binds: boolean | null;
  /** The rule without it. */
  readonly without: OutlookDocument;
  readonly steps: readonly StepDocument[];
}

/** Units that are withdrawn together. */
export interface WithdrawalDocument {
  readonly refs: readonly string[];
  readonly titles: readonly string[];
  /** The least new hours without them; null where no pathway is left. */
  readonly least: number | null;
  readonly difference: number | null;
}

/** Why the least hours are what they are: every figure is had by solving the rule as it would be changed. */
export interface ExplainDocument {
  readonly qualification: string;
  readonly status: 'answered';
  /** The least new hours. */
  readonly least: number;
  readonly pathways: string | null;
  /** A pathway with them. */
  readonly best: { readonly units: readonly UnitDocument[]; readonly totals: TotalsDocument };
  readonly statements: readonly ExplainedStatementDocument[];
  /** Every unit by itself, the most harm first; null where the rule is too large, as with pairs and groups. */
  readonly withdrawals: readonly WithdrawalDocument[] | null;
  /** Pairs that do more harm together than either alone, the most harm first; 20 at most. */
  readonly pairs: readonly WithdrawalDocument[] | null;
  /** Whether all, some or none of the pathways with the least hours count a unit of the group. */
  readonly groups:
    | readonly { readonly group: string; readonly title: string; readonly used: 'always' | 'sometimes' | 'never' }[]
    | null;
  /** False where a limit left something of all this open. */
  readonly complete: boolean;
}

/** The answer to `explain`, or why there is none. */
export type ExplainAnswerDocument = ExplainDocument | UnansweredDocument;

const MOST_PAIRS = 20;

/** The explanation with every difference worked out. */
export function explainDocument(qualification: string, explanation: Explanation): ExplainDocument {
  const { best, least, pathways, statements, withdrawals, groups } = explanation;
  const titles = best.problem.qualification.specification.groups;
  const withdrawn = (them: readonly Withdrawal[]): readonly WithdrawalDocument[] =>
    them.map((it) => withdrawalDocument(it, least));
  return {
    qualification,
    status: 'answered',
    least,
    pathways: pathways === null ? null : String(pathways),
    best: { units: unitDocuments(best), totals: totalsDocument(best) },
    statements: statements.map((it) => statementDocument(it, least)),
    withdrawals: withdrawals === null ? null : withdrawn(withdrawals.single.toSorted(mostHarmFirst)),
    pairs: withdrawals === null ? null : withdrawn(withdrawals.pairs.slice(0, MOST_PAIRS)),
    groups: groups?.map(({ group, used }) => ({ group, title: titles.get(group) ?? '', used })) ?? null,
    complete: isComplete(explanation),
  };
}

/** Whether no limit left anything open. */
export function isComplete({ statements, withdrawals, groups }: Explanation): boolean {
  const outlooks = statements.flatMap(({ without, steps }) => [without, ...steps.map(({ outlook }) => outlook)]);
  const solved = outlooks.every(({ status }) => status === 'optimal' || status === 'infeasible');
  return solved && withdrawals !== null && withdrawals.complete && groups !== null;
}

function statementDocument(
  { statement, standing, without, steps }: ExplainedStatement,
  least: number,
): ExplainedStatementDocument {
  const left = outlookDocument(without, least);
  return {
    statement: printStatement(statement),
    source: sourceDocument(statement.source),
    value: standing.value,
    isShare: statement.kind === 'share',
    binds: left.difference === null ? null : left.difference < 0,
    without: left,
    steps: steps.map(({ change, statement: changed, outlook }) => ({
      change,
      statement: printStatement(changed),
      ...outlookDocument(outlook, least),
    })),
  };
}

function outlookDocument({ status, least, pathways }: Outlook, before: number): OutlookDocument {
  return {
    status,
    least,
    difference: least === null ? null : least - before,
    pathways: pathways === null ? null : String(pathways),
  };
}

function withdrawalDocument({ units, least }: Withdrawal, before: number): WithdrawalDocument {
  return {
    refs: units.map(({ ref }) => ref),
    titles: units.map(({ title }) => title),
    least,
    difference: least === null ? null : least - before,
  };
}

/** Units that no pathway does without come first, then the others in table order where they do the same harm. */
function mostHarmFirst(a: Withdrawal, b: Withdrawal): number {
  const harm = ({ least }: Withdrawal): number => least ?? Infinity;
  if (harm(a) !== harm(b)) return harm(a) > harm(b) ? -1 : 1;
  return itemAt(a.units, 0).index - itemAt(b.units, 0).index;
}
