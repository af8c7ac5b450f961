import { DOCUMENT_KINDS, InputError, PROGRAM_FORMATS, type ExportAnswer, type ProgramFormat } from 'qualpath';
import { importFiles, planImport, writeImport, writeNewFiles } from 'qualpath/node';
import * as z from 'zod';
import { named, objectives, qualification, question } from '../input.js';
import { given, heldOf, nameOf, open } from '../read.js';
import { tool, type Given, type Tool } from '../tool.js';

const text = z.string().min(1);

const replace = z.boolean().optional().describe('replace files that are there already, the force of messages');

const importing = tool({
  name: 'import',
  title: 'A draft model from a handbook',
  description:
    'Reads a handbook or specification (PDF, Word, workbook, web page, CSV or text) and makes a draft model and a unit table of each qualification in it. What was not understood is listed, never guessed. Without writeTo nothing is written and the drafts are part of the answer.',
  document: 'import',
  writes: true,
  input: z.strictObject({
    files: z.array(text).min(1).describe('paths of documents, read as one'),
    kind: z.enum(DOCUMENT_KINDS).optional().describe('what the files are, where their names do not say'),
    id: text
      .regex(/^[\p{L}\p{N}][\p{L}\p{N}_.-]{0,79}$/u, 'An id is one word of letters, figures, hyphens and dots.')
      .optional()
      .describe('the id of the (first) qualification, instead of one made of its title'),
    update: named.optional().describe('the id or file of a model that the document is a new issue of'),
    writeTo: text.optional().describe('write models, tables and a review below this folder'),
    replace,
  }),
  ask: async ({ files, update, writeTo, replace: replacing = false, ...rest }, call) => {
    const folder = writeTo === undefined ? null : call.place.toWrite('writeTo', writeTo);
    const paths = files.map((path) => call.place.toRead('files', path));
    const known = update === undefined ? {} : { update: nameOf(update, call, 'update') };
    const imported = await importFiles(paths, { ...given(rest), ...known });
    if (folder === null) {
      const { answer, files: drafts } = planImport(imported, null);
      return { ...answer, files: drafts, written: false };
    }
    const written = writeImport(imported, { folder, replace: replacing });
    if (!written.ok) throw new InputError(written.issues);
    return written.value;
  },
});

const exporting = tool({
  name: 'export',
  title: 'The question as a program for solvers',
  description:
    'The question of solve as an integer program, with every column and row explained: LP, MPS, OPB, MiniZinc or JSON. Without writeTo nothing is written and the program is part of the answer.',
  document: 'export',
  writes: true,
  input: z.strictObject({
    qualification,
    ...question,
    ...objectives,
    way: z
      .int()
      .min(1)
      .optional()
      .describe('where what is held can be used in several ways, the one that is meant, from 1'),
    format: z.enum(PROGRAM_FORMATS).optional().describe('how the program is written, lp unless told otherwise'),
    writeTo: text.optional().describe('write the program into this file, and the names to FILE.names.csv'),
    replace,
  }),
  ask: async (asked, call) => {
    const { qualification: wanted, way, format = 'lp', writeTo, replace: replacing = false, ...rest } = asked;
    const path = writeTo === undefined ? null : call.place.toWrite('writeTo', writeTo);
    const { achieved, achievedFrom, learner, ...conditions } = rest;
    const put = {
      ...given(conditions),
      ...heldOf({ achieved, achievedFrom, learner }, call),
      timeLimit: call.deadline,
    };
    const answer = await open(wanted, call).answers.export(put, way);
    if (path === null)
      return { ...answer, files: [{ path: `program.${format}`, text: answer.text(format) }], written: false };
    return write(answer, format, path, replacing);
  },
});

function write(answer: ExportAnswer, format: ProgramFormat, path: string, replacing: boolean): Given {
  const { program, names } = answer.files(format);
  const files = [{ path, text: program }, ...(names === null ? [] : [{ path: `${path}.names.csv`, text: names }])];
  const issues = writeNewFiles(files, { option: 'writeTo', replace: replacing });
  if (issues.length > 0) throw new InputError(issues);
  return { ...answer, files, written: true };
}

/** The tools about files: what they write is written only where the server is allowed to. */
export const FILES: readonly Tool[] = [importing, exporting];
