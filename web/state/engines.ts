import { Engine } from '../engine/client.js';

/** The text of a worker that the page carries in itself: compressed, as base64. */
async function unpack(id: string): Promise<string> {
  const packed = document.getElementById(id)?.textContent ?? '';
  const bytes = Uint8Array.from(atob(packed.trim()), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
}

/** Makes workers of a script that the page carries. */
export async function workersOf(id: string): Promise<() => Worker> {
  const address = URL.createObjectURL(new Blob([await unpack(id)], { type: 'text/javascript' }));
  return () => new Worker(address);
}

/** Who answers edits, what takes longer, the tutor and the planner: none of them keeps another waiting. */
export interface Engines {
  readonly quick: Engine;
  readonly slow: Engine;
  readonly tutor: Engine;
  readonly planner: Engine;
  /** Resolves once workers can begin. */
  readonly unpacked: Promise<unknown>;
}

/** All of them; each begins with its first question. */
export function startEngines(): Engines {
  const start = workersOf('engine');
  return {
    quick: new Engine(start),
    slow: new Engine(start),
    tutor: new Engine(start),
    planner: new Engine(start),
    unpacked: start,
  };
}
