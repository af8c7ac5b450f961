/** Keeps the state in the browser, and in the fragment of a link. */
import { effect } from '@preact/signals';
import type { QualificationText, Wishes } from '../engine/protocol.js';
import { documents, draftOf, NO_PLAN, textOf, type Documents, type PlannerWishes } from './document.js';

/** Each page keeps its own state: browsers show all files of a computer the same store. */
function keyOf(carried: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < carried.length; at += 1) hash = Math.imul(hash ^ carried.charCodeAt(at), 0x01000193);
  return `qualpath ${(hash >>> 0).toString(16)}`;
}

const KEY = keyOf(document.getElementById('carried')?.textContent ?? '');
/** Milliseconds after the last edit at which the state is kept. */
const PAUSE = 400;
/** The longest link, in characters, that browsers and mail programs take. */
export const LONGEST_LINK = 60_000;

/** The state as texts. */
export interface SavedState {
  readonly version: 1;
  readonly qualifications: readonly (QualificationText & { readonly wishes: Wishes })[];
  readonly current: string;
  readonly equivalences: string;
  readonly held: readonly string[];
  readonly planner: PlannerWishes;
}

/** The state as texts. */
export function savedOf({ drafts, current, equivalences, held, planner }: Documents): SavedState {
  const qualifications = drafts.map((draft) => ({ ...textOf(draft), wishes: draft.wishes }));
  return { version: 1, qualifications, current, equivalences, held, planner };
}

/** The state that was kept as texts. */
export function stateOf(saved: SavedState): Documents {
  const drafts = saved.qualifications.map(({ wishes, ...text }) => draftOf(text, wishes));
  const { current, equivalences, held, planner } = saved;
  return { drafts, current, equivalences, held, planner: { ...NO_PLAN, ...planner } };
}

/** The state as it was kept in this browser; null where there is none or it cannot be read. */
export function keptState(): SavedState | null {
  try {
    const text = localStorage.getItem(KEY);
    return text === null ? null : readSaved(JSON.parse(text));
  } catch {
    return null;
  }
}

/** Keeps every later state; `tell` hears why where that is not possible. */
export function keepStates(tell: (why: string | null) => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let first = true;
  const keep = (): void => {
    timer = undefined;
    try {
      localStorage.setItem(KEY, JSON.stringify(savedOf(documents.peek())));
      tell(null);
    } catch {
      tell('This browser does not keep the work of this page; save it as a file.');
    }
  };
  effect(() => {
    void documents.value;
    if (first) {
      first = false;
      return;
    }
    clearTimeout(timer);
    timer = setTimeout(keep, PAUSE);
  });
  addEventListener('pagehide', () => {
    if (timer !== undefined) keep();
  });
}

/** Forgets what was kept. */
export function forget(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

/** The state as the fragment of a link; null where it would be too long. */
export async function toFragment(state: Documents): Promise<string | null> {
  const bytes = new TextEncoder().encode(JSON.stringify(savedOf(state)));
  const packed = await through(bytes, new CompressionStream('deflate-raw'));
  const fragment = `#s=${base64url(packed)}`;
  return fragment.length > LONGEST_LINK ? null : fragment;
}

/** The state of a fragment; null where it holds none, or none that can be read. */
export async function fromFragment(fragment: string): Promise<SavedState | null> {
  if (!fragment.startsWith('#s=')) return null;
  try {
    const packed = bytesOf(fragment.slice('#s='.length));
    const bytes = await through(packed, new DecompressionStream('deflate-raw'));
    return readSaved(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return null;
  }
}

/** Whatever has the shape of a kept state; a file from elsewhere may have any. */
export function readSaved(it: unknown): SavedState | null {
  if (typeof it !== 'object' || it === null) return null;
  const { version, qualifications, current, equivalences, held, planner } = it as Partial<
    Record<keyof SavedState, unknown>
  >;
  if (version !== 1 || !Array.isArray(qualifications) || !qualifications.every(isQualification)) return null;
  if (typeof current !== 'string' || typeof equivalences !== 'string' || !isTexts(held)) return null;
  if (typeof planner !== 'object' || planner === null) return null;
  return { version, qualifications, current, equivalences, held, planner: readPlanner(planner) };
}

function readPlanner(it: object): PlannerWishes {
  const given = it as Partial<Record<keyof PlannerWishes, unknown>>;
  const texts = (name: 'chosen' | 'require' | 'exclude'): readonly string[] => {
    const value = given[name];
    return isTexts(value) ? value : [];
  };
  const text = (name: 'maxUnits' | 'maxGlh' | 'capacity' | 'minClass'): string => {
    const value = given[name];
    return typeof value === 'string' ? value : '';
  };
  return {
    ...NO_PLAN,
    chosen: texts('chosen'),
    require: texts('require'),
    exclude: texts('exclude'),
    maxUnits: text('maxUnits'),
    maxGlh: text('maxGlh'),
    capacity: text('capacity'),
    minClass: text('minClass'),
  };
}

function isQualification(it: unknown): it is SavedState['qualifications'][number] {
  if (typeof it !== 'object' || it === null) return false;
  const { id, model, units, wishes } = it as Partial<Record<string, unknown>>;
  return typeof id === 'string' && typeof model === 'string' && typeof units === 'string' && isWishes(wishes);
}

function isWishes(it: unknown): it is Wishes {
  if (typeof it !== 'object' || it === null) return false;
  const { set, require, exclude, achieved } = it as Partial<Record<string, unknown>>;
  if (typeof set !== 'object' || set === null) return false;
  const numbers = Object.values(set).every((value) => typeof value === 'number');
  return numbers && isTexts(require) && isTexts(exclude) && isTexts(achieved);
}

function isTexts(it: unknown): it is readonly string[] {
  return Array.isArray(it) && it.every((text) => typeof text === 'string');
}

async function through(bytes: Uint8Array, stream: CompressionStream | DecompressionStream): Promise<Uint8Array> {
  const response = new Response(new Blob([bytes as BlobPart]).stream().pipeThrough(stream));
  return new Uint8Array(await response.arrayBuffer());
}

function base64url(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function bytesOf(text: string): Uint8Array {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}
