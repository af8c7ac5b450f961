import * as z from 'zod';
import { LONGEST_TIME_LIMIT } from './settings.js';

const text = z.string().min(1);

/** A qualification by its id or file, or as texts. */
export const qualification = z
  .union(
    [
      text,
      z.strictObject({
        model: text.describe('the text of a model, YAML as docs/notation.md has it'),
        units: text.optional().describe('the text of its unit table, CSV with group,ref,title,level,credit,glh'),
      }),
    ],
    { error: 'Give an id, the path of a model, or an object with the texts "model" and "units".' },
  )
  .describe(
    'the id of a qualification (see list), the path of a model file, or the texts of a model and its unit table',
  );

/** The id or file of a qualification. */
export const named = text.describe('the id of a qualification (see list) or the path of a model file');

/** Qualifications by id or file, or all. */
export const offered = z
  .union([z.array(named).min(1), z.literal('all')], { error: 'Give a list of ids, or "all".' })
  .describe('ids or paths of model files; "all" for every one at hand whose values are all set');

/** A table or document by its path or its text. */
export const source = z.union([z.strictObject({ file: text }), z.strictObject({ text })], {
  error: 'Give { "file": path } or { "text": what stands in it }.',
});

/** What one asks of a qualification besides its rule. */
export const conditions = {
  require: z.array(text).optional().describe('references of units that must be counted'),
  exclude: z.array(text).optional().describe('references of units that must not be counted'),
  also: z
    .array(text)
    .optional()
    .describe('further conditions in the words of a rule, such as "at most 280 GLH" or "at least 10 credits from B"'),
  title: text.optional().describe('a title of the model, whose own conditions are asked for as well'),
};

/** Values that a model leaves open. */
export const set = {
  set: z
    .record(text, z.number())
    .optional()
    .describe('values for what a draft leaves open, by name, such as { "c-minimum": 12 }; show lists the names'),
};

/** Days that matter for units and versions. */
export const asOf = {
  asOf: text.optional().describe('leave out units that cannot be started on this day, such as 2026-09-01'),
};

/** The version that a learner has registered for. */
export const registeredOn = {
  registeredOn: text.optional().describe('the version of the qualification that could be started on this day'),
};

/** What a learner holds. */
export const held = {
  achieved: z.array(text).optional().describe('references of units that the learner holds'),
  achievedFrom: source
    .optional()
    .describe(
      'a table with the column ref (and, if there are several learners, learner), a markbook, or one reference a line',
    ),
  learner: text.optional().describe('of a table with several learners, the one that is meant'),
};

const objective = z
  .union([z.strictObject({ minimise: text }), z.strictObject({ maximise: text })], {
    error: 'Give { "minimise": measure } or { "maximise": measure }.',
  })
  .describe('glh, new-glh, credits, units, overlap-credits ..., or a numeric column of the unit table');

/** What is to be least or greatest. */
export const objectives = {
  objectives: z
    .array(objective)
    .optional()
    .describe('taken in their order; without any, the least new hours, then the fewest new units'),
};

/** How long an answer may take. */
export const timeLimit = {
  timeLimit: z
    .number()
    .positive()
    .max(LONGEST_TIME_LIMIT)
    .optional()
    .describe('seconds that the answer may take; a search that is stopped says what it knows by then'),
};

/** Everything that may be asked of one qualification. */
export const question = { ...conditions, ...set, ...asOf, ...registeredOn, ...held, ...timeLimit };

/** A whole number of at least `least`. */
export const count = (least: number): z.ZodNumber => z.int().min(least);
