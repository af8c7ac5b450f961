import { formatLevel } from '../../domain/level.js';
import { openNames, type Specification } from '../../domain/specification.js';

/** One qualification at hand. */
export interface ListedDocument {
  readonly id: string;
  readonly title: string;
  readonly level: string | null;
  readonly awardingOrganisation: string | null;
  /** Names of the values that it leaves open. */
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
    open: openNames(specification).map(({ name }) => name),
  }));
}
