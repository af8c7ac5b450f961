import { describe, expect, it } from 'vitest';
import type { BenchFamilyDocument, StandingDocument, TimesDocument } from '../../../src/report/documents/bench.js';
import { cactus } from '../../../src/report/pictures/cactus.js';
import { escapeXml } from '../../../src/report/pictures/escape-xml.js';
import { growth } from '../../../src/report/pictures/growth.js';
import { performanceProfile } from '../../../src/report/pictures/performance-profile.js';

const times = (median: number): TimesDocument => {
  const spread = { median, least: median, most: median, spread: 0 };
  return {
    build: spread,
    first: spread,
    check: spread,
    one: spread,
    next: null,
    nextChecked: null,
    processor: null,
    cold: 1,
  };
};

const standing = (solver: string, median: number | null): StandingDocument => ({
  solver,
  verdict: median === null ? 'limit' : 'agrees',
  why: null,
  questions: 1,
  milliseconds: median === null ? null : times(median),
});

const FAMILY: BenchFamilyDocument = {
  id: 'f',
  title: 'F & <g>',
  statement: '',
  analysis: '',
  growsBy: 'units',
  instances: [
    { name: 'a', size: 10, answer: '1', solvers: [standing('quick', 1), standing('slow', 10)] },
    { name: 'b', size: 20, answer: '1', solvers: [standing('quick', 100), standing('slow', 50)] },
    { name: 'c', size: 40, answer: '1', solvers: [standing('quick', 7), standing('slow', null)] },
    { name: 'd', size: 80, answer: null, solvers: [standing('quick', null), standing('slow', null)] },
  ],
  one: [],
  next: [],
};

const strayText = (svg: string): readonly string[] => svg.replace(/<[^>]*>/g, '').match(/[<>]/g) ?? [];

describe('the pictures of a benchmark', () => {
  it('say in words what they show', () => {
    expect(growth(FAMILY).description).toBe(
      'At the last instance of each: quick 7 ms at 40 units, slow 50 ms at 20 units.',
    );
    expect(cactus([FAMILY]).description).toBe('Of 3 instances: quick 3, slow 2.');
    expect(performanceProfile([FAMILY]).description).toBe(
      'How often each is the fastest, of 3 instances: quick 2, slow 1.',
    );
  });

  it.each([growth(FAMILY), cactus([FAMILY]), performanceProfile([FAMILY])])(
    'are whole SVG: $title',
    ({ svg, title }) => {
      expect(svg.startsWith('<svg xmlns="http://www.w3.org/2000/svg"')).toBe(true);
      expect(svg).toContain(`<title>${escapeXml(title)}</title>`);
      expect(svg).not.toMatch(/NaN|Infinity|undefined|script|href/);
      expect(strayText(svg)).toEqual([]);
      const opened = [...svg.matchAll(/<(\w+)[^>]*?(\/?)>/g)]
        .filter((match) => match[2] === '')
        .map((match) => match[1]);
      const closed = [...svg.matchAll(/<\/(\w+)>/g)].map((match) => match[1] ?? '');
      const byName = (a?: string, b?: string): number => String(a).localeCompare(String(b));
      expect(closed.toSorted(byName)).toEqual(opened.toSorted(byName));
    },
  );

  it('draw a cactus in the order of time, one step an instance', () => {
    const [path] = /<path d="M[^"]*" fill="none" stroke="#0072b2"[^>]*>/.exec(cactus([FAMILY]).svg) ?? [];
    expect(path?.match(/V/g)).toHaveLength(2);
  });

  it('stand without any answer', () => {
    const nothing = { ...FAMILY, instances: FAMILY.instances.slice(3) };
    expect(growth(nothing).description).toBe('Nobody answered.');
    expect(performanceProfile([nothing]).svg).not.toMatch(/NaN|Infinity/);
  });
});

describe('escapeXml', () => {
  it('leaves no character that XML would act on or does not have', () => {
    expect(escapeXml('<a href="x">&\'\u0000\uFFFE</a>')).toBe('&lt;a href=&quot;x&quot;&gt;&amp;&#39;&lt;/a&gt;');
  });
});
