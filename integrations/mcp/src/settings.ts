/** What whoever starts the server allows it. */
export interface Settings {
  /** Files are named relative to this folder, and none outside it is read or written. */
  readonly folder: string;
  /** The user's own models, which hide shipped ones of the same id; null where there are none. */
  readonly models: string | null;
  readonly allowWrite: boolean;
  /** Seconds that an answer may take at most. */
  readonly timeLimit: number;
}

/** Seconds that an answer may take where nobody says otherwise. */
export const DEFAULT_TIME_LIMIT = 60;

/** The longest time limit that may be set, an hour. */
export const LONGEST_TIME_LIMIT = 3600;
