import { dirname, isAbsolute, join } from 'node:path';
import { error } from '../domain/issue.js';
import { quote } from '../domain/quote.js';
import { failure } from '../domain/result.js';
import type { ModelOrigin } from '../read/model/model-file.js';
import { readTextFile } from './read-text-file.js';
import { isWorkbookPath, readWorkbook } from './read-workbook.js';

const LONGEST_PATH = 120;

/** Where a model file stands, and how to get at the unit table that it names. */
export function originOf(id: string, file: string): ModelOrigin {
  return {
    id,
    file,
    openUnits: (path, named, sheet) => {
      const table = isAbsolute(path) ? path : join(dirname(file), path);
      if (isWorkbookPath(table)) return { file: table, text: readWorkbook(table, named, sheet) };
      if (sheet === null) return { file: table, text: readTextFile(table, named) };
      const message = `'sheet' names a sheet of a workbook, and ${quote(path, LONGEST_PATH)} is none.`;
      return { file: table, text: failure([error('unknown-sheet', message, sheet.place)]) };
    },
  };
}
