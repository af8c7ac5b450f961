import { groupHeading, qualificationHeading } from '../survey/headings.js';
import { isDataLine, isHeaderLine } from './bands.js';
import type { PageLine } from './fragment.js';

/** A page with its lines, from above to below. */
export interface Page {
  readonly height: number;
  readonly lines: readonly PageLine[];
}

const MARGIN = 0.12;
const NEAR = 3;
const PAGE_NUMBER = /^(?:page\s*)?\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?$/i;

/** Lines that pages carry above and below what they say: page numbers, and what stands on several of them at one height. */
export function runningLines(pages: readonly Page[]): ReadonlySet<PageLine> {
  const running = new Set<PageLine>();
  const margins = pages.map(({ height, lines }) =>
    lines.filter(({ y }) => y < MARGIN * height || y > (1 - MARGIN) * height),
  );
  margins.forEach((lines, page) => {
    for (const line of lines) {
      const text = textOf(line);
      const repeated = margins.some(
        (others, at) => at !== page && others.some((it) => Math.abs(it.y - line.y) < NEAR && textOf(it) === text),
      );
      if (pages[page]?.lines.some((it) => isHeaderLine(it) && Math.abs(it.y - line.y) < 2 * line.size) === true)
        continue;
      if (PAGE_NUMBER.test(line.fragments.map((it) => it.text).join(' ')) || (repeated && !saysSomething(line)))
        running.add(line);
    }
  });
  return running;
}

function textOf({ fragments }: PageLine): string {
  return fragments
    .map(({ text }) => text)
    .join(' ')
    .replace(/\d+/g, '#');
}

function saysSomething(line: PageLine): boolean {
  const text = line.fragments.map((it) => it.text).join(' ');
  if (isHeaderLine(line) || (isDataLine(line) && line.fragments.length > 2)) return true;
  return groupHeading(text) !== null || qualificationHeading(text, false) !== null;
}
