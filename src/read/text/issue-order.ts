import { cutLike } from '../../domain/like-issues.js';
import type { Issue } from '../../domain/issue.js';

/** The issues in the order in which somebody works through them: from top to bottom, `first` before other files. */
export function inOrder(issues: readonly Issue[], first: string): Issue[] {
  return [...cutLike(issues.toSorted((a, b) => compare(rank(a, first), rank(b, first))))];
}

type Rank = readonly [file: number, name: string, line: number, column: number];

function rank({ source }: Issue, first: string): Rank {
  if (source === null || 'option' in source) return [0, '', 0, 0];
  return [source.file === first ? 1 : 2, source.file, source.line, source.column];
}

function compare(a: Rank, b: Rank): number {
  const differing = a.findIndex((part, index) => part !== b[index]);
  const [first, second] = [a[differing] ?? 0, b[differing] ?? 0];
  return first === second ? 0 : first < second ? -1 : 1;
}
