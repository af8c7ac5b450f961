import * as z from 'zod';
import { asOf, count, held, named, offered, registeredOn, source, timeLimit } from '../input.js';
import { given, heldOf, nameOf, namesOf, textOf, type NamedText } from '../read.js';
import { tool, type Call, type Tool } from '../tool.js';

const text = z.string().min(1);

const list = tool({
  name: 'list',
  title: 'The qualifications at hand',
  description: 'Every qualification that can be asked about, with its id, and the values that have to be set first.',
  document: 'list',
  input: z.strictObject({}),
  ask: (_, { workspace }) => workspace.list(),
});

const progress = tool({
  name: 'progress',
  title: 'How near a learner is to each qualification',
  description: 'What a learner still has to do towards every qualification at hand, nearest to completion first.',
  document: 'progress',
  input: z.strictObject({ ...held, ...asOf, ...registeredOn, ...timeLimit }),
  ask: ({ achieved, achievedFrom, learner, ...rest }, call) =>
    call.workspace.progress({
      ...given(rest),
      ...heldOf({ achieved, achievedFrom, learner }, call),
      timeLimit: call.deadline,
    }),
});

const match = tool({
  name: 'match',
  title: 'Units that may be the same',
  description:
    'Units of two qualifications that may be one piece of learning under two references, with what speaks for it.',
  document: 'match',
  input: z.strictObject({ one: named, other: named }),
  ask: ({ one, other }, call) => call.workspace.match(nameOf(one, call, 'one'), nameOf(other, call, 'other')),
});

/** Values for open names of several qualifications. */
const setOfSeveral = z
  .array(text)
  .optional()
  .describe('values for what drafts leave open: "NAME=VALUE" for every model with the name, "ID: NAME=VALUE" for one');

const overlap = tool({
  name: 'overlap',
  title: 'What qualifications share',
  description: 'Which units each two qualifications share, and what delivering them together saves in hours.',
  document: 'overlap',
  input: z.strictObject({ qualifications: offered, set: setOfSeveral, ...asOf, ...timeLimit }),
  ask: ({ qualifications, ...rest }, call) =>
    call.workspace.overlap({
      ...given(rest),
      qualifications: namesOf(qualifications, call),
      timeLimit: call.deadline,
    }),
});

const deliver = tool({
  name: 'deliver',
  title: 'The units to deliver',
  description:
    'Plans which units a provider teaches so that every qualification on offer can be completed, with the least hours in all and why each unit is in it; for named learners in classes, over terms and with staff where these are given.',
  document: 'deliver',
  input: z.strictObject({
    qualifications: offered,
    set: setOfSeveral,
    ...asOf,
    ...timeLimit,
    exclude: z.array(text).optional().describe('units that are left out'),
    require: z.array(text).optional().describe('units that are delivered anyway'),
    also: z.array(text).optional().describe('conditions on single qualifications: "ID: at least 3 units from B"'),
    minimise: z.array(text).optional().describe('glh, credits, units or a numeric column, in this order'),
    maxUnits: count(0).optional().describe('deliver at most so many units'),
    maxGlh: count(0).optional().describe('deliver at most so many hours'),
    frontier: z.boolean().optional().describe('also how many hours fewer units would take'),
    cohort: source.optional().describe('learners: CSV with learner, qualification, ref'),
    capacity: count(1).optional().describe('at most so many learners in a run'),
    minClass: count(0).optional().describe('no run with fewer learners'),
    periods: count(1).optional().describe('spread the runs over so many terms'),
    maxLoad: count(0).optional().describe('at most so many hours of a learner in a term'),
    staff: source.optional().describe('who teaches: CSV with person, hours, units and, if needed, period'),
    withoutStaff: z.array(text).optional().describe('people to plan without'),
    keep: source.optional().describe('an earlier plan, a document of this tool as JSON, of which little is to change'),
    maxChanges: count(0).optional().describe('change at most so many units of it'),
  }),
  ask: ({ qualifications, cohort, staff, keep, ...rest }, call) =>
    call.workspace.deliver({
      ...given(rest),
      ...textsOf({ cohort, staff, keep }, call),
      qualifications: namesOf(qualifications, call),
      timeLimit: call.deadline,
      progress: ({ found, bound }) => call.tell(`found ${found ?? 'nothing yet'}, at least ${bound ?? 'unknown'}`),
    }),
});

/** The text of a source, where it was given, under the name of its argument. */
function textsOf(
  asked: Readonly<Record<'cohort' | 'staff' | 'keep', z.output<typeof source> | undefined>>,
  call: Call,
): Partial<Record<keyof typeof asked, NamedText>> {
  const entries = Object.entries(asked).flatMap(([argument, it]) =>
    it === undefined ? [] : [[argument, textOf(argument, it, call)] as const],
  );
  return Object.fromEntries(entries);
}

/** The tools about several qualifications. */
export const SEVERAL: readonly Tool[] = [list, progress, match, overlap, deliver];
