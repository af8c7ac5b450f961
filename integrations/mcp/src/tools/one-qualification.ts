import * as z from 'zod';
import {
  asOf,
  conditions,
  count,
  held,
  objectives,
  qualification,
  question,
  registeredOn,
  set,
  timeLimit,
} from '../input.js';
import { Refusal } from '../problem.js';
import { given, heldOf, nameOf, open } from '../read.js';
import { tool, type Call, type Tool } from '../tool.js';

const OF_ONE = { qualification, ...question };

type Asked = z.output<z.ZodObject<typeof OF_ONE & typeof objectives>>;

/** The question that the arguments put. */
function questionOf(asked: Asked, call: Call) {
  const { qualification: _, achieved, achievedFrom, learner, ...rest } = asked;
  return { ...given(rest), ...heldOf({ achieved, achievedFrom, learner }, call), timeLimit: call.deadline };
}

const show = tool({
  name: 'show',
  title: 'What a qualification says',
  description: 'Groups, units, the rule of combination in words, and the values that a draft leaves open.',
  document: 'show',
  input: z.strictObject({ qualification }),
  ask: (asked, call) => open(asked.qualification, call).answers.show(),
});

const check = tool({
  name: 'check',
  title: 'What is wrong or odd about a model',
  description:
    'Everything that is wrong or odd about a model, with proofs: conditions that can never be met or never matter, units that no pathway uses, printed figures that differ from the computed ones. Takes the text of a draft as well.',
  document: 'check',
  input: z.strictObject({ qualification, ...set, ...asOf, ...registeredOn, ...timeLimit }),
  ask: async ({ qualification: asked, ...rest }, call) => {
    const wanted = { ...given(rest), timeLimit: call.deadline };
    if (typeof asked !== 'string') return open(asked, call).answers.check(wanted);
    const answer = await call.workspace.check([nameOf(asked, call)], wanted);
    if (answer.outcome === 'wrong-usage') throw new Refusal(answer.document);
    return answer;
  },
});

const solve = tool({
  name: 'solve',
  title: 'The best pathway, proved',
  description:
    'The selection of units that meets the rule with the least new guided learning hours (or other objectives), proved best and confirmed by a second method; or that there is none, with a smallest set of conditions that cannot hold together.',
  document: 'solve',
  input: z.strictObject({
    ...OF_ONE,
    ...objectives,
    confirm: z.boolean().optional().describe('have a second solver confirm the answer as well'),
  }),
  ask: ({ confirm, ...asked }, call) =>
    open(asked.qualification, call).answers.pathway({ ...questionOf(asked, call), ...given({ confirm }) }),
});

const range = tool({
  name: 'range',
  title: 'Lowest and highest figures',
  description:
    'Lowest and highest guided learning hours, total qualification time, credits and units over all pathways, and how many pathways there are: the figures that an awarding organisation publishes.',
  document: 'range',
  input: z.strictObject({
    ...OF_ONE,
    distribution: z
      .boolean()
      .optional()
      .describe('also how many pathways have each number of hours, credits and units'),
  }),
  ask: ({ distribution, ...asked }, call) =>
    open(asked.qualification, call).answers.range(questionOf(asked, call), given({ distribution })),
});

const explain = tool({
  name: 'explain',
  title: 'Why the least hours are what they are',
  description:
    'Which statements of the rule bind, what one step tighter or looser would do to the least hours and the number of pathways, and which units matter most.',
  document: 'explain',
  input: z.strictObject(OF_ONE),
  ask: (asked, call) => open(asked.qualification, call).answers.explain(questionOf(asked, call)),
});

const alternatives = tool({
  name: 'alternatives',
  title: 'The best pathways, one after another',
  description: 'The best pathways in their order, ties included.',
  document: 'alternatives',
  input: z.strictObject({
    ...OF_ONE,
    ...objectives,
    count: count(1).max(1000).optional().describe('at most so many, 10 unless told otherwise'),
    within: z.number().min(0).optional().describe('only those whose first objective is at most this far from its best'),
  }),
  ask: ({ count: most, within, ...asked }, call) =>
    open(asked.qualification, call).answers.alternatives({
      ...questionOf(asked, call),
      ...given({ count: most, within }),
    }),
});

const units = tool({
  name: 'units',
  title: 'What each unit costs',
  description:
    'For each unit, the best figure of a pathway with it and without it, and in what share of the pathways it is.',
  document: 'units',
  input: z.strictObject({ ...OF_ONE, ...objectives }),
  ask: (asked, call) => open(asked.qualification, call).answers.units(questionOf(asked, call)),
});

const audit = tool({
  name: 'audit',
  title: 'Where a learner stands',
  description:
    'Whether what a learner holds is complete, where every statement of the rule stands, which units do not count and why, and the completion with the least new hours.',
  document: 'audit',
  input: z.strictObject({ qualification, ...conditions, ...set, ...asOf, ...registeredOn, ...held, ...timeLimit }),
  ask: (asked, call) => open(asked.qualification, call).answers.audit(questionOf(asked, call)),
});

/** The tools about one qualification. */
export const ONE_QUALIFICATION: readonly Tool[] = [show, check, solve, range, explain, alternatives, units, audit];
