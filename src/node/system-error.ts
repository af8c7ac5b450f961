/** What the operating system's code for a failure means, as the end of a sentence about a file or a folder. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'its permissions forbid it',
  EADDRINUSE: 'another program uses it',
  EPERM: 'its permissions forbid it',
  ELOOP: 'its links lead round in a circle',
  ENAMETOOLONG: 'its name is too long',
  ENOENT: 'it is not there',
  EROFS: 'it is on a disk that can only be read',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the room for your files on the disk is used up',
  ENOTDIR: 'a part of its path is no folder',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  EBUSY: 'another program holds it',
  EIO: 'the disk gave an error',
  ENODEV: 'its device is not there',
  ENXIO: 'its device is not there',
  ETXTBSY: 'another program holds it',
  ERR_INVALID_ARG_VALUE: 'its name holds a character that no name may have',
};

/** Why a file or folder cannot be read, in words; the bare code where there are none. */
export function reasonFor(code: string): string {
  return REASONS[code] ?? `the system says ${code}`;
}

/** The operating system's code of a thrown error, such as `ENOENT`; throws again what is no such error. */
export function codeOf(thrown: unknown): string {
  const code: unknown = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
  if (typeof code !== 'string') throw thrown;
  return code;
}
