import type { DistributionDocument, DistributionPointDocument } from '../documents/distribution.js';
import { binsOf } from '../pictures/bins.js';
import { histogram } from '../pictures/histogram.js';
import { hoursByCredits } from '../pictures/hours-by-credits.js';
import { aside, heading, table, type SheetPart } from '../sheet.js';
import { countCell, formatShare } from './number-words.js';

const MOST_LINES = 15;

/** How all pathways spread: by hours, credits and units, hours against credits, and the share of each unit. */
export function distributionParts({ distribution, frontier, shares }: DistributionDocument): readonly SheetPart[] {
  const { glh, credits, units } = distribution;
  return [
    ...spreadParts('GLH', glh),
    ...(glh === null ? [] : [picture(histogram('guided learning hours', glh))]),
    ...spreadParts('credits', credits),
    ...spreadParts('units', units),
    ...frontierParts(frontier),
    ...shareParts(shares),
  ];
}

function picture(it: ReturnType<typeof histogram>): SheetPart {
  return { kind: 'picture', picture: it };
}

function spreadParts(what: string, points: readonly DistributionPointDocument[] | null): readonly SheetPart[] {
  if (points === null) return [];
  const columns = [
    { head: what, align: 'right' as const },
    { head: 'Pathways', align: 'right' as const },
    { head: 'Share', align: 'right' as const },
  ];
  const rows = binsOf(points, MOST_LINES).map((bin) => [bin.name, countCell(bin.pathways), formatShare(bin.share)]);
  return [heading(`Pathways by ${what}`), table(columns, rows)];
}

function frontierParts(frontier: DistributionDocument['frontier']): readonly SheetPart[] {
  if (frontier === null || frontier.length === 0) return [];
  const columns = ['Credits', 'Lowest GLH', 'Highest GLH'].map((head) => ({ head, align: 'right' as const }));
  return [
    heading('GLH against credits'),
    table(
      columns,
      frontier.map(({ credits, minGlh, maxGlh }) => [credits, minGlh, maxGlh]),
    ),
    picture(hoursByCredits(frontier)),
  ];
}

function shareParts(shares: DistributionDocument['shares']): readonly SheetPart[] {
  if (shares === null || shares.length === 0) return [];
  const sorted = shares.toSorted((a, b) => b.share - a.share);
  return [
    heading('Units by their share of all pathways'),
    table(
      [{ head: 'Ref' }, { head: 'Title', flexible: true }, { head: 'Share', align: 'right' }],
      sorted.map(({ ref, title, share }) => [ref, title, formatShare(share)]),
    ),
    aside('Share: of all pathways, those that count the unit.'),
  ];
}
