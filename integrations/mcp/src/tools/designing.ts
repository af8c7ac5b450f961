import { PREFERENCES } from 'qualpath';
import * as z from 'zod';
import { asOf, named, qualification, set, source, timeLimit } from '../input.js';
import { given, nameOf, open, textOf } from '../read.js';
import { tool, type Tool } from '../tool.js';

const text = z.string().min(1);

const statements = z
  .array(text)
  .optional()
  .describe('thresholds of statements by their place in the rule, from 1 as show has them: "3=40..50"');

const tune = tool({
  name: 'tune',
  title: 'At which values a rule comes to what is aimed at',
  description:
    'Finds the values of open figures, and of thresholds that may be changed, at which the least or most hours or the number of pathways are what is aimed at; or what stands against it and how near one gets.',
  document: 'tune',
  input: z.strictObject({
    qualification,
    ...set,
    ...timeLimit,
    aims: z.array(text).min(1).describe('"least GLH >= 300", "most GLH <= 500", "pathways >= 1000": all are to hold'),
    mayChange: z
      .array(text)
      .optional()
      .describe(
        'statements by their place in the rule, from 1, whose threshold may be changed, and open names that are set',
      ),
    parameters: z.array(text).optional().describe('the values to choose from: "c-minimum=0..20"'),
    statements,
    prefer: z.enum(PREFERENCES).optional().describe('which of several settings comes first'),
  }),
  ask: ({ qualification: asked, ...rest }, call) =>
    open(asked, call).answers.tune({
      ...given(rest),
      timeLimit: call.deadline,
      progress: (done, all) => call.tell(`${done} of ${all} settings looked at`),
    }),
});

const compare = tool({
  name: 'compare',
  title: 'Two versions side by side',
  description:
    'Two qualifications, or two versions of one: units and statements that changed, what that did to the figures, and how many pathways are lost and gained.',
  document: 'compare',
  input: z.strictObject({
    before: named,
    after: named,
    ...set,
    ...asOf,
    ...timeLimit,
    cohort: source
      .optional()
      .describe('learners with what they hold (CSV with learner, ref), to be told what it means for each'),
  }),
  ask: ({ before, after, cohort, ...rest }, call) =>
    call.workspace.compare(nameOf(before, call, 'before'), nameOf(after, call, 'after'), {
      ...given(rest),
      ...(cohort === undefined ? {} : { cohort: textOf('cohort', cohort, call) }),
      timeLimit: call.deadline,
    }),
});

/** The tools for whoever writes rules. */
export const DESIGNING: readonly Tool[] = [tune, compare];
