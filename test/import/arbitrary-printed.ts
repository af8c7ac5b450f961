import fc from 'fast-check';
import { expectedUnitLetter } from '../../src/domain/reference.js';
import type { Layout, Printed, PrintedUnit } from './printed.js';

/** A qualification as printed, with the statements that are to be read of it. */
export interface ArbitraryDocument {
  readonly printed: Printed;
  readonly rule: readonly string[];
}

const FIRST = 'Prepare Bake Decorate Manage Understand Develop Lead Support Apply Plan Clean Maintain Principles'.split(
  ' ',
);
/** Words of titles; some read like parts of a table or a rule. */
const WORDS =
  "bread pastry of and the quality in a team's kitchens, safe for customers' food hygiene self-service working with on-line (basic) stock & supplies to total unit Group credits"
    .split(' ')
    .concat('level 2', 'HTML 5', '3D', 'minimum');

const title: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(...FIRST),
    fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 11 }),
    fc.constantFrom('skills', 'work', 'processes'),
  )
  .map(([first, words, last]) => [first, ...words, last].join(' '));

const urn: fc.Arbitrary<string> = fc.integer({ min: 1_000_000, max: 9_999_999 }).map((digits) => {
  const text = `A/${String(digits).slice(0, 3)}/${String(digits).slice(3)}`;
  return `${expectedUnitLetter(text) ?? 'A'}${text.slice(1)}`;
});
const code: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom('BK', 'B&P', 'HS'), fc.integer({ min: 1, max: 99 }))
  .map(([letters, number]) => `${letters} ${number}`);

const figure = (max: number): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 12, arbitrary: fc.integer({ min: 1, max }).map(String) },
    { weight: 1, arbitrary: fc.constantFrom('TBC', '') },
  );

const unit: fc.Arbitrary<PrintedUnit> = fc.record({
  ref: fc.oneof(urn, code),
  title,
  level: fc.constantFrom('Entry 3', '1', '2', '3', '4'),
  credit: fc.oneof({ weight: 9, arbitrary: figure(15) }, { weight: 1, arbitrary: fc.constant('7.5') }),
  glh: figure(120),
});

const groups: fc.Arbitrary<Printed['groups']> = fc
  .uniqueArray(unit, { minLength: 3, maxLength: 24, selector: ({ ref }) => ref })
  .chain((units) =>
    fc.integer({ min: 1, max: Math.min(4, units.length) }).map((count) =>
      Array.from({ length: count }, (_, at) => ({
        name: 'ABCD'.charAt(at),
        title: at === 0 ? 'Mandatory units' : 'Optional units',
        units: units.filter((__, place) => place % count === at),
      })),
    ),
  );

/** A random document of one qualification. */
export const arbitraryDocument: fc.Arbitrary<ArbitraryDocument> = fc
  .tuple(
    groups,
    fc.integer({ min: 1, max: 5 }),
    fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 8, maxLength: 8 }),
  )
  .map(([made, level, figures]) => {
    const said = conditions(made, level, figures);
    return {
      printed: {
        title: `Level ${level} Diploma in Bakery Skills`,
        groups: made,
        sentences: said.map(([sentence]) => sentence),
      },
      rule: ['all units from A', ...said.map(([, statement]) => statement)],
    };
  });

function conditions(
  made: Printed['groups'],
  level: number,
  figures: readonly number[],
): readonly (readonly [string, string])[] {
  const at = (index: number): number => figures[index] ?? 1;
  const plural = (count: number): string => (count === 1 ? 'credit' : 'credits');
  const forGroups = made.slice(1).map(({ name }, index): readonly [string, string] => {
    const count = at(index);
    return index % 2 === 0
      ? [
          `A minimum of ${count} ${plural(count)} from Group ${name}.`,
          `at least ${count} ${plural(count)} from ${name}`,
        ]
      : [
          `A maximum of ${count} ${plural(count)} from Group ${name}.`,
          `at most ${count} ${plural(count)} from ${name}`,
        ];
  });
  const total = at(6) + 1;
  return [
    [`A minimum of ${total} credits must be achieved.`, `at least ${total} credits`],
    ...forGroups,
    [
      `A minimum of ${at(7) + 1} credits must be at Level ${level} or above.`,
      `at least ${at(7) + 1} credits at level ${level} or above`,
    ],
  ];
}

/** A random way to set a document out. */
export const arbitraryLayout: fc.Arbitrary<Layout> = fc.record({
  titleFirst: fc.boolean(),
  oneTable: fc.boolean(),
  totals: fc.boolean(),
  centred: fc.boolean(),
});
