import type { Equivalence } from '../domain/identity.js';
import type { Issue } from '../domain/issue.js';
import type { Result } from '../domain/result.js';
import type { Model } from '../read/model/model-file.js';

/** A qualification's id, and the model file that it stands for. */
export interface LibraryEntry {
  readonly id: string;
  readonly file: string;
}

/** What came of checking a file; `model` is null when it is none, or cannot be read as it stands. */
export interface CheckedModel {
  readonly model: Model | null;
  readonly issues: readonly Issue[];
}

/** Where qualifications come from: folders of a machine, or whatever else holds models and tables. */
export interface Library {
  /** Every qualification, sorted by id. */
  readonly list: () => Result<readonly LibraryEntry[]>;
  /** The model of an id, or of a path (with a slash, or ending in `.yaml`). */
  readonly load: (idOrPath: string) => Result<Model>;
  /** A model, or a table by itself, with everything that is wrong or odd about its shape. */
  readonly check: (idOrPath: string) => CheckedModel;
  /** The equivalences at hand, without two rows for one pair. */
  readonly equivalences: () => Result<readonly Equivalence[]>;
}
