import { realpathSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { problemWith, Refusal } from './problem.js';
import type { Settings } from './settings.js';

/** The files that a server may touch. */
export interface Place {
  /** The path of a file to be read, which an argument names; throws a Refusal where it lies outside the folder. */
  readonly toRead: (argument: string, path: string) => string;
  /** The path of a file or folder to be written; throws a Refusal where it lies outside, or where nothing may be written. */
  readonly toWrite: (argument: string, path: string) => string;
}

/** The files of a folder; a link that leads out of it is outside. */
export function placeOf({ folder, allowWrite }: Pick<Settings, 'folder' | 'allowWrite'>): Place {
  const root = realpathSync(folder);
  const inside = (argument: string, path: string): string => {
    const whole = resolve(root, path);
    const way = relative(root, realOf(whole));
    if (way === '..' || way.startsWith(join('..', '/')) || isAbsolute(way)) {
      const message = `${path} lies outside the folder that this server was started for; name a file below it.`;
      throw new Refusal([problemWith(argument, 'outside-folder', message)]);
    }
    return path;
  };
  return {
    toRead: inside,
    toWrite: (argument, path) => {
      if (!allowWrite) throw new Refusal([problemWith(argument, 'read-only', READ_ONLY)]);
      return inside(argument, path);
    },
  };
}

const READ_ONLY =
  'This server only reads: it was started without --allow-write. Leave this argument out, and what would be written is part of the answer.';

/** Where a path leads to, through links; of what is not there yet, where its folder does. */
function realOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const above = dirname(path);
    return above === path ? path : join(realOf(above), relative(above, path));
  }
}
