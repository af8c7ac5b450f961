interface Constraint {
  readonly sense: string;
  readonly right: bigint;
  readonly terms: ReadonlyMap<number, bigint>;
  /** The assumptions that it hangs on. */
  readonly under: ReadonlySet<number>;
}

/** Why a proof in the format VIPR 1.0 does not show that its constraints cannot all hold; null where it does. */
export function checkVipr(text: string): string | null {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('%'));
  const at = (word: string): number => lines.findIndex((line) => line.startsWith(`${word} `));
  const [count = 0] = numbersOf(lines[at('CON')] ?? '');
  const constraints = lines.slice(at('CON') + 1, at('CON') + 1 + count).map((line) => readConstraint(line).constraint);
  if (lines[at('RTP')] !== 'RTP infeas' || at('DER') < 0) return 'it claims something else';
  for (const line of lines.slice(at('DER') + 1)) {
    const { constraint, reason } = readConstraint(line);
    const under = underOf(constraint, reason, constraints);
    if (typeof under === 'string') return `${line}: ${under}`;
    constraints.push({ ...constraint, under });
  }
  const last = constraints.at(-1);
  const isEnd =
    last !== undefined && last.terms.size === 0 && last.sense === 'G' && last.right > 0n && last.under.size === 0;
  return isEnd ? null : 'its last line is no contradiction';
}

function numbersOf(line: string): readonly number[] {
  return line.split(' ').slice(1).map(Number);
}

function readConstraint(line: string): { readonly constraint: Constraint; readonly reason: readonly string[] } {
  const [, sense = '', right = '0', size = '0', ...rest] = line.split(' ');
  const terms = new Map<number, bigint>();
  for (let at = 0; at < 2 * Number(size); at += 2) terms.set(Number(rest[at]), BigInt(rest[at + 1] ?? 0));
  const reason = rest.slice(2 * Number(size) + 1, rest.indexOf('}'));
  return { constraint: { sense, right: BigInt(right), terms, under: new Set() }, reason };
}

/** The assumptions under which a derived line holds; or why it does not follow. */
function underOf(
  own: Constraint,
  [kind, ...rest]: readonly string[],
  known: readonly Constraint[],
): ReadonlySet<number> | string {
  if (kind === 'asm') return new Set([known.length]);
  if (kind === 'lin') return underOfSum(own, rest.slice(1), known);
  return kind === 'uns' ? underOfSplit(rest.map(Number), known) : 'no reason';
}

function underOfSum(
  own: Constraint,
  words: readonly string[],
  known: readonly Constraint[],
): ReadonlySet<number> | string {
  const sum = new Map<number, bigint>();
  const under = new Set<number>();
  let right = 0n;
  for (let at = 0; at < words.length; at += 2) {
    const [it, by] = [known[Number(words[at])], BigInt(words[at + 1] ?? 0)];
    if (it === undefined) return 'it adds what is not there';
    if (it.sense === 'G' ? by < 0n : by > 0n) return 'it turns a constraint round';
    for (const [column, factor] of it.terms) sum.set(column, (sum.get(column) ?? 0n) + factor * by);
    right += it.right * by;
    for (const assumption of it.under) under.add(assumption);
  }
  if ([...sum.values()].some((factor) => factor !== 0n) || own.terms.size > 0) return 'its columns do not cancel out';
  return right < own.right ? 'it is no contradiction' : under;
}

function underOfSplit(numbers: readonly number[], known: readonly Constraint[]): ReadonlySet<number> | string {
  const [first, less, second, more] = numbers.map((index) => known[index]);
  if (first === undefined || less === undefined || second === undefined || more === undefined) return 'no reason';
  const column = [...less.terms.keys()].join();
  const opposite = less.sense === 'L' && more.sense === 'G' && more.right === less.right + 1n;
  if (!opposite || column !== [...more.terms.keys()].join()) return 'it does not split a column in two';
  const isFalse = [first, second].every((it) => it.terms.size === 0 && it.right > 0n && it.sense === 'G');
  if (!isFalse) return 'a side is open';
  const left = [...first.under].filter((it) => it !== numbers[1]);
  return new Set([...left, ...[...second.under].filter((it) => it !== numbers[3])]);
}
