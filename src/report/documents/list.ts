import { formatLevel } from '../../domain/level.js';
import { namesToSet } from '../../domain/open-names.js';
import type { Specification } from '../../domain/specification.js';

/** One qualification at hand. */
export interface ListedDocument {
  readonly id: string;
  readonly title: string;
  readonly level: string | null;
  readonly awardingOrganisation: string | null;
  /** Names of the values that must be set before its rule means anything. */
  readonly open: readonly string[];
}

/** The answer to `list`, sorted by id. */
export type ListDocument = readonly ListedDocument[];

/** The qualifications, in the order given. */
export function listDocument(specifications: readonly Specification[]): readonly ListedDocument[] {
  return specifications.map((specification) => ({
    id: specification.id,
    title: specification.title,
    level: specification.level === null ? null : formatLevel(specification.level),
    awardingOrganisation: specification.awardingOrganisation,
    open: namesToSet(specification).map(({ name }) => name),
  }));
}
