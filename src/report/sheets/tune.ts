import type { AimDocument, TuneDocument, TunedNameDocument, TunedSettingDocument } from '../documents/tune.js';
import {
  aside,
  heading,
  line,
  table,
  toned,
  type Cell,
  type Sheet,
  type SheetPart,
  type TableColumn,
} from '../sheet.js';
import { countCell, formatWhole } from './number-words.js';

const MOST_ROWS = 20;

/** At which values the aims hold, or what stands against it. */
export function tuneSheet(title: string, document: TuneDocument): Sheet {
  const { status, looked, settings, holding, asWritten } = document;
  const cut =
    looked < settings
      ? [line(`The time ended after ${formatWhole(looked)} of ${formatWhole(settings)} settings.`, 'caution')]
      : [];
  const summary =
    status === 'found'
      ? line(`${countWords(holding)} of ${formatWhole(looked)} ${holding === 1 ? 'meets' : 'meet'} every aim.`, 'good')
      : line(`None of ${countWords(looked)} meets every aim.`, 'bad');
  return {
    title,
    parts: [
      summary,
      ...cut,
      ...(asWritten === null ? [] : [line(`As it is written: ${settingWords(asWritten)}.`)]),
      ...(status === 'found' ? foundParts(document) : againstParts(document)),
      heading('The aims by themselves'),
      aimTable(document),
    ],
  };
}

function countWords(settings: number): string {
  return settings === 1 ? '1 setting' : `${formatWhole(settings)} settings`;
}

function settingWords({ glh, pathways, misses }: TunedSettingDocument): string {
  const hours =
    glh.min === null ? 'no pathway, or hours not known' : `least GLH ${glh.min}, most GLH ${glh.max ?? 'not known'}`;
  const count = pathways === null ? 'pathways not counted' : `${formatWhole(BigInt(pathways))} pathways`;
  return `${hours}, ${count}${misses.length === 0 ? '; it meets every aim' : `; it misses ${misses.join(' and ')}`}`;
}

function foundParts({ names, found, holding }: TuneDocument): readonly SheetPart[] {
  const shown = found.slice(0, MOST_ROWS);
  const more = holding - shown.length;
  return [
    heading('Where they hold'),
    settingsTable(names, shown),
    ...(more > 0
      ? [line(`And ${countWords(more)} more; --json lists up to 50. Over all of them: ${spanWords(names)}.`)]
      : []),
    ...(names.some(({ written }) => written !== null)
      ? [aside('Change: by how much the figures differ from what is written, added up.')]
      : []),
  ];
}

function spanWords(names: readonly TunedNameDocument[]): string {
  return names
    .map(({ name, holds }) =>
      holds === null ? name : `${name} ${holds.min === holds.max ? holds.min : `${holds.min} to ${holds.max}`}`,
    )
    .join(', ');
}

function againstParts({ names, aims, conflict, nearest }: TuneDocument): readonly SheetPart[] {
  const alone = aims.filter(({ holdsAt }) => holdsAt === 0).map(({ aim }) => aim);
  const words =
    alone.length > 0
      ? `No setting meets ${alone.join(', nor ')}, whatever becomes of the other aims.`
      : `Each aim can be met, but not together: ${conflict.join(' and ')}.`;
  return [
    heading('What stands against it'),
    line(words, 'caution'),
    ...(nearest === null
      ? []
      : [heading('The nearest'), settingsTable(names, [nearest]), line(`It misses ${nearest.misses.join(' and ')}.`)]),
  ];
}

function settingsTable(names: readonly TunedNameDocument[], settings: readonly TunedSettingDocument[]): SheetPart {
  const isWritten = names.some(({ written }) => written !== null);
  const right = (head: string): TableColumn => ({ head, align: 'right' });
  return table(
    [
      ...names.map(({ name }) => right(name)),
      ...(isWritten ? [right('Change')] : []),
      right('Least GLH'),
      right('Most GLH'),
      right('Pathways'),
    ],
    settings.map(({ set, change, glh, pathways }): Cell[] => [
      ...names.map(({ name }) => set[name] ?? null),
      ...(isWritten ? [change] : []),
      glh.min ?? '-',
      glh.max ?? '-',
      pathways === null ? 'not counted' : countCell(BigInt(pathways)),
    ]),
  );
}

function aimTable({ aims, looked }: TuneDocument): SheetPart {
  const isMissed = aims.some(({ holdsAt }) => holdsAt === 0);
  const columns: readonly TableColumn[] = [
    { head: 'Aim', flexible: true },
    { head: 'Settings that meet it', align: 'right' },
    ...(isMissed
      ? [
          { head: 'Nearest', align: 'right' as const },
          { head: 'At', flexible: true },
        ]
      : []),
  ];
  return table(
    columns,
    aims.map((it): Cell[] => [it.aim, holdsCell(it, looked), ...(isMissed ? [nearestCell(it), nearestWords(it)] : [])]),
  );
}

function holdsCell({ holdsAt }: AimDocument, looked: number): Cell {
  if (holdsAt === 0) return toned('none', 'bad');
  return holdsAt === looked ? 'all' : formatWhole(holdsAt);
}

function nearestWords({ nearest, holdsAt }: AimDocument): string | null {
  if (nearest === null || holdsAt > 0) return null;
  return Object.entries(nearest.set)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
}

function nearestCell({ nearest, holdsAt }: AimDocument): Cell {
  if (holdsAt > 0) return null;
  if (nearest === null) return '-';
  return typeof nearest.value === 'number' ? nearest.value : formatWhole(BigInt(nearest.value));
}
