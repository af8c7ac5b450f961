import { InputError } from '../ask/input-error.js';
import { writeNewFiles } from '../node/write-new-files.js';
import type { Picture } from '../report/pictures/picture.js';
import { stackPictures } from '../report/pictures/stack.js';
import type { Sheet } from '../report/sheet.js';
import type { Terminal } from './terminal.js';

/** Writes the pictures of a sheet into one file, below one another, and says so; where it has none, it says that. */
export function writePictures(terminal: Terminal, { parts }: Sheet, path: string, replace: boolean): void {
  const [first, ...others] = parts.flatMap((part): Picture[] => (part.kind === 'picture' ? [part.picture] : []));
  if (first === undefined) {
    terminal.tell(`${path} is not written: this answer has no picture.`);
    return;
  }
  const { svg } = stackPictures([first, ...others]);
  const issues = writeNewFiles([{ path, text: `${svg}\n` }], { option: `--svg ${path}`, replace });
  if (issues.length > 0) throw new InputError(issues);
  terminal.tell(`written: ${path}`);
}
