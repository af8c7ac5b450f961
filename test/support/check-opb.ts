/** `factors . literals >= right`, literals written as variables, a factor below 0 included. */
interface Constraint {
  readonly terms: ReadonlyMap<number, bigint>;
  readonly right: bigint;
}

/** Why a log in the format of VeriPB does not show that a program has no solution; null where it does. */
export function checkOpb({ opb, pbp }: { readonly opb: string; readonly pbp: string }): string | null {
  const known = opb
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('*'))
    .map(readConstraint);
  const lines = pbp.split('\n');
  if (lines[0] !== 'pseudo-Boolean proof version 2.0' || lines[1] !== `f ${known.length}`) return 'its head is wrong';
  if (!pbp.endsWith('output NONE\nconclusion UNSAT\nend pseudo-Boolean proof\n')) return 'its end is wrong';
  let proved = false;
  for (const line of lines.slice(2, lines.indexOf('output NONE'))) {
    const [word = '', ...rest] = line.split(' ');
    if (word === 'pol') {
      const sum = add(rest, known);
      if (sum === null) return `${line}: no sum`;
      known.push(sum);
    } else if (word === 'rup') {
      const clause = readConstraint(rest.join(' '));
      if (!followsByPropagation(clause, known)) return `${line}: does not follow`;
      known.push(clause);
      if (clause.terms.size === 0 && clause.right > 0n) proved = true;
    } else return `${line}: no such rule`;
  }
  return proved ? null : 'it comes to no contradiction';
}

function readConstraint(line: string): Constraint {
  const [left = '', right = '0'] = line.replace(';', '').split('>=');
  const terms = new Map<number, bigint>();
  let plus = 0n;
  const words = left
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '');
  for (let at = 0; at < words.length; at += 2) {
    const [factor, literal = ''] = [BigInt((words[at] ?? '').replace('+', '')), words[at + 1]];
    const variable = Number(literal.replace(/^~?x/, ''));
    const negated = literal.startsWith('~');
    terms.set(variable, (terms.get(variable) ?? 0n) + (negated ? -factor : factor));
    if (negated) plus += factor;
  }
  return { terms: new Map([...terms].filter(([, factor]) => factor !== 0n)), right: BigInt(right.trim()) - plus };
}

/** A sum in reverse Polish notation: numbers of constraints, factors with `*`, and `+`. */
function add(words: readonly string[], known: readonly Constraint[]): Constraint | null {
  const stack: (Constraint | bigint)[] = [];
  for (const [at, word] of words.entries()) {
    if (word === '*') {
      const [by, it] = [stack.pop(), stack.pop()];
      if (typeof by !== 'bigint' || typeof it !== 'object' || by < 0n) return null;
      stack.push(combine([[it, by]]));
    } else if (word === '+') {
      const [b, a] = [stack.pop(), stack.pop()];
      if (typeof a !== 'object' || typeof b !== 'object') return null;
      stack.push(
        combine([
          [a, 1n],
          [b, 1n],
        ]),
      );
    } else if (words[at + 1] === '*') stack.push(BigInt(word));
    else {
      const it = known[Number(word) - 1];
      if (it === undefined) return null;
      stack.push(it);
    }
  }
  const [only] = stack;
  return stack.length === 1 && typeof only === 'object' ? only : null;
}

function combine(parts: readonly (readonly [Constraint, bigint])[]): Constraint {
  const terms = new Map<number, bigint>();
  let right = 0n;
  for (const [it, by] of parts) {
    for (const [variable, factor] of it.terms) terms.set(variable, (terms.get(variable) ?? 0n) + factor * by);
    right += it.right * by;
  }
  return { terms, right };
}

/** Whether what is known and the opposite of a constraint contradict each other by propagation alone. */
function followsByPropagation(clause: Constraint, known: readonly Constraint[]): boolean {
  const opposite = combine([[{ terms: clause.terms, right: clause.right - 1n }, -1n]]);
  const all = [...known, opposite];
  const values = new Map<number, boolean>();
  for (let changed = true; changed;) {
    changed = false;
    for (const { terms, right } of all) {
      // By how much the constraint can still be exceeded.
      let room = -right;
      for (const [variable, factor] of terms) {
        const value = values.get(variable);
        if (value === undefined ? factor > 0n : value) room += factor;
      }
      if (room < 0n) return true;
      for (const [variable, factor] of terms) {
        const needed = (factor < 0n ? -factor : factor) > room;
        if (!needed || values.has(variable)) continue;
        values.set(variable, factor > 0n);
        changed = true;
      }
    }
  }
  return false;
}
