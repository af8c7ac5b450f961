// zod/mini and not zod: it does the same, and a bundle for a browser then carries a quarter of the code.
import * as z from 'zod/mini';
import { LARGEST_WHOLE_NUMBER, parseFigure } from '../../domain/quantity.js';

const text = z.string();
const wholeNumber = z.int().check(z.minimum(0), z.maximum(LARGEST_WHOLE_NUMBER));
const figure = z.number().check(
  z.minimum(0),
  z.maximum(LARGEST_WHOLE_NUMBER),
  z.refine((value) => parseFigure(String(value)) !== null, 'must have at most three decimal places'),
);

/** One statement as YAML: a line of text, or a nesting word over a list of statements. */
export type StatementShape = string | { [word: string]: StatementShape[] };

const statement: z.ZodMiniType<StatementShape> = z
  .union([text, z.record(text, z.array(z.lazy(() => statement)))])
  .check(
    z.meta({
      id: 'statement',
      description:
        "One condition, in words: 'at least 55 credits', 'all units from A', 'at most 9 credits from C at level 3 or above'. " +
        "A list of conditions stands under 'any of', 'all of', 'none of', 'at least 2 of' or 'exactly 1 of'.",
    }),
  );

const cell = z.union([text, z.number()]);
const openHours = z.nullable(z.union([z.int().check(z.minimum(0)), text]));
const openCredit = z.nullable(z.union([z.number().check(z.minimum(0)), text]));

const unit = z.catchall(
  z.object({
    group: cell.check(z.describe('The group that lists the unit.')),
    ref: cell.check(
      z.describe('The reference of the unit: an Ofqual reference such as L/506/2150, or a code of your own.'),
    ),
    title: cell.check(z.describe('The title of the unit.')),
    level: z
      .nullable(cell)
      .check(
        z.describe(
          "The level: 1 to 12, or Entry 1 to Entry 3; blank or '-' for none, 'TBC' when it is not confirmed yet.",
        ),
      ),
    credit: openCredit.check(
      z.describe("The credit value, a number of up to three places; 'TBC' or blank when it is not known."),
    ),
    glh: openHours.check(z.describe("Guided learning hours, a whole number; 'TBC' or blank when they are not known.")),
    'valid-from': z
      .optional(z.nullable(text))
      .check(z.describe('The first day on which the unit may be started, 2026-09-01.')),
    'valid-to': z
      .optional(z.nullable(text))
      .check(z.describe('The last day on which the unit may be started, 2027-08-31.')),
    urn: z.optional(text).check(z.describe("The Ofqual reference, where 'ref' is another code.")),
  }),
  z.union([text, z.number(), z.null()]),
);

const parameter = z
  .nullable(
    z.strictObject({
      min: z.optional(wholeNumber).check(z.describe('The least value that makes sense.')),
      max: z.optional(wholeNumber).check(z.describe('The greatest value that makes sense.')),
      note: z.optional(text).check(z.describe('Why it is open, shown to whoever has to set it.')),
    }),
  )
  .check(z.describe('A figure that the specification leaves open; whoever asks a question sets it.'));

const groupTotal = z.strictObject({
  credits: z.optional(figure).check(z.describe('The credit of all units of the group together.')),
  glh: z.optional(wholeNumber).check(z.describe('The guided learning hours of all units of the group together.')),
  units: z.optional(wholeNumber).check(z.describe('How many units the group lists.')),
});

const groupRequired = z.strictObject({
  credits: z.optional(figure).check(z.describe('The credit that a pathway must take from the group.')),
  glh: z.optional(wholeNumber).check(z.describe('The guided learning hours that a pathway must take from the group.')),
  units: z.optional(wholeNumber).check(z.describe('How many units a pathway must take from the group.')),
});

const published = z.strictObject({
  'minimum-glh': z.optional(wholeNumber).check(z.describe('The lowest guided learning hours, as printed.')),
  'maximum-glh': z
    .optional(wholeNumber)
    .check(z.describe('The largest guided learning hours at exactly the minimum credit, as printed.')),
  'minimum-tqt': z.optional(wholeNumber).check(z.describe('The lowest total qualification time in hours, as printed.')),
  'maximum-tqt': z
    .optional(wholeNumber)
    .check(z.describe('The highest total qualification time in hours, as printed.')),
  credits: z.optional(figure).check(z.describe('The least credit of a pathway, as printed.')),
  units: z.optional(wholeNumber).check(z.describe('The fewest units of a pathway, as printed.')),
  pathways: z
    .optional(z.union([wholeNumber, text.check(z.regex(/^\d+$/, 'must be a whole number'))]))
    .check(z.describe('How many pathways there are, as printed; in quotes beyond nine digits.')),
  'group-required': z
    .optional(z.record(text, groupRequired))
    .check(z.describe('What is required from single groups, as printed.')),
  'group-totals': z.optional(z.record(text, groupTotal)).check(z.describe('Totals of single groups, as printed.')),
});

const sourceDocument = z.strictObject({
  document: text.check(z.describe('The title of the document.')),
  section: z.optional(text).check(z.describe("Where in the document, in quotes when it is a number: '2.2'.")),
});

/** The shape of a model file. Places, names and statements are looked at elsewhere: see `readModel`. */
export const modelSchema = z.strictObject({
  title: text.check(z.minLength(1), z.describe('The full title of the qualification.')),
  'awarding-organisation': z.optional(text).check(z.describe('Who awards the qualification.')),
  number: z.optional(text).check(z.describe('The Ofqual qualification number, NNN/NNNN/C.')),
  level: z
    .optional(z.union([z.number(), text]))
    .check(z.describe('The level of the qualification: 1 to 12, or Entry 1 to Entry 3.')),
  'valid-from': z
    .optional(z.nullable(text))
    .check(z.describe('The first day on which the qualification may be started, 2026-09-01.')),
  'valid-to': z
    .optional(z.nullable(text))
    .check(z.describe('The last day on which the qualification may be started, 2027-08-31.')),
  units: z
    .union([text, z.array(unit)])
    .check(z.describe('The unit table, as a path relative to this file, or the units themselves as a list.')),
  sheet: z
    .optional(text)
    .check(z.describe('The sheet of the unit table, where that is a workbook; the first without it.')),
  groups: z
    .record(text, z.nullable(text))
    .check(z.describe('The groups of units with their titles, in the order in which they are shown.')),
  rule: z.array(statement).check(z.minLength(1), z.describe('The rule of combination: conditions that must all hold.')),
  titles: z
    .optional(z.record(text, z.array(statement).check(z.minLength(1))))
    .check(
      z.describe(
        'Titles, endorsements or named pathways that a learner may earn, each with what it asks for besides the rule.',
      ),
    ),
  parameters: z
    .optional(z.record(text, parameter))
    .check(z.describe('Figures that are still open, by the names under which the rule uses them.')),
  equivalents: z
    .optional(z.enum(['accepted', 'none']))
    .check(
      z.describe("Whether equivalent units may stand in for those listed. 'none' when the specification rules it out."),
    ),
  published: z
    .optional(published)
    .check(z.describe('Figures that the awarding organisation prints, to be set beside the computed ones.')),
  sources: z.optional(z.array(sourceDocument)).check(z.describe('The documents that the model was written from.')),
  notes: z
    .optional(z.array(text))
    .check(z.describe('Conditions that no table can express, and how the document was read. They are always shown.')),
});

/** A model file whose shape is right. */
export type ModelShape = z.output<typeof modelSchema>;
