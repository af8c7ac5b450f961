import { itemAt } from '../domain/item-at.js';
import { rowsOf, type Claim, type Rows, type Tree } from './check.js';

/** A program in the format of pseudo-Boolean competitions, and the log of its proof for VeriPB. */
export interface OpbProof {
  readonly opb: string;
  readonly pbp: string;
}

/**
 * Proof number `proof` of a claim as a pseudo-Boolean program without a solution, and why. A column that goes up to more than
 * 1 is as many variables, of which none is 1 unless the one before it is. `comment` says what the rows are.
 */
export function printOpb(claim: Claim, proof: number, comment: readonly string[]): OpbProof {
  const rows = rowsOf(claim, proof);
  const firsts = firstVariables(rows);
  const lines = [
    ...rows.rows.map(({ terms, plus }) => {
      const spread = terms.flatMap(([column, factor]) =>
        variablesOf(column, rows, firsts).map((it) => `${sign(factor)} x${it}`),
      );
      return `${spread.length === 0 ? '+0 x1' : spread.join(' ')} >= ${-plus} ;`;
    }),
    ...rows.top.flatMap((_, column) => {
      const own = variablesOf(column, rows, firsts);
      return own.slice(1).map((it) => `+1 x${it - 1} -1 x${it} >= 0 ;`);
    }),
  ];
  const variables = rows.top.reduce((sum, top) => sum + top, 0);
  const log: string[] = [];
  refute(itemAt(claim.proofs, proof), firsts, [], log);
  return {
    opb: [
      `* #variable= ${variables} #constraint= ${lines.length}`,
      ...comment.map((line) => `* ${line}`),
      ...lines,
      '',
    ].join('\n'),
    pbp: [
      'pseudo-Boolean proof version 2.0',
      `f ${lines.length}`,
      ...log,
      'output NONE',
      'conclusion UNSAT',
      'end pseudo-Boolean proof',
      '',
    ].join('\n'),
  };
}

function sign(factor: bigint): string {
  return factor < 0n ? String(factor) : `+${factor}`;
}

function firstVariables({ top }: Rows): readonly number[] {
  let next = 1;
  return top.map((most) => {
    const first = next;
    next += most;
    return first;
  });
}

function variablesOf(column: number, { top }: Rows, firsts: readonly number[]): readonly number[] {
  const first = firsts[column];
  if (first === undefined) throw new RangeError(`there is no column ${column}`);
  return Array.from({ length: top[column] ?? 0 }, (_, at) => first + at);
}

/** A leaf is a sum of rows that its branches break, and a branch is settled when both of its sides are. */
function refute(tree: Tree, firsts: readonly number[], assumed: readonly string[], log: string[]): void {
  if ('most' in tree) {
    const variable = `x${(firsts[tree.at] ?? Number.NaN) + tree.most}`;
    refute(tree[0], firsts, [...assumed, `~${variable}`], log);
    refute(tree[1], firsts, [...assumed, variable], log);
  } else log.push(`pol ${sumOf(tree)}`);
  const clause = assumed.map((literal) => `1 ${literal.startsWith('~') ? literal.slice(1) : `~${literal}`}`);
  log.push(`rup ${[...clause, '>='].join(' ')} 1 ;`);
}

function sumOf(leaf: readonly number[]): string {
  const parts: string[] = [];
  for (let at = 0; at < leaf.length; at += 2) {
    parts.push(`${(leaf[at] ?? Number.NaN) + 1} ${leaf[at + 1]} *${at === 0 ? '' : ' +'}`);
  }
  return parts.join(' ');
}
