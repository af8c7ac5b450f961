import type { ReviewLine, Sheet } from '../../src/index.js';
import type { PageIssue } from '../engine/protocol.js';
import { workersOf } from '../state/engines.js';

/** A line of a document beside what was made of it, its place in words. */
export type ReviewedLine = Omit<ReviewLine, 'place'> & { readonly place: string };

/** A qualification as it was read. */
export interface ReadQualification {
  readonly id: string;
  readonly title: string;
  readonly model: string;
  readonly units: string;
  readonly remarks: readonly string[];
  readonly unread: readonly {
    readonly place: string;
    readonly text: string;
    readonly why: string;
    readonly perhaps: readonly (readonly string[])[];
  }[];
  readonly inferred: readonly { readonly text: string; readonly why: string }[];
}

/** What was read of a document. */
export interface ReadDocument {
  readonly qualifications: readonly ReadQualification[];
  readonly review: readonly ReviewedLine[];
  readonly issues: readonly PageIssue[];
}

/** Milliseconds that reading a document may take. */
const LONGEST = 60_000;

/** Reads a document in a worker of its own, which is loaded only now and stopped when it takes too long. */
export async function readDocument(file: string, bytes: Uint8Array): Promise<ReadDocument> {
  return (await ask({ name: 'import', file, bytes })) as ReadDocument;
}

/** A sheet as a workbook. */
export async function writeWorkbook(sheet: Sheet): Promise<Blob> {
  return (await ask({ name: 'workbook', sheet })) as Blob;
}

async function ask(wanted: Readonly<Record<string, unknown>>): Promise<unknown> {
  const worker = (await workersOf('readers'))();
  try {
    return await new Promise((settle, refuse) => {
      const timer = setTimeout(
        () => refuse(new Error(`This took longer than ${LONGEST / 1000} seconds and was stopped.`)),
        LONGEST,
      );
      worker.addEventListener(
        'message',
        ({ data }: MessageEvent<{ number?: number; answer?: unknown; failure?: string }>) => {
          // What reads PDF posts messages of its own.
          if (data.number !== 1) return;
          clearTimeout(timer);
          if (data.failure === undefined) settle(data.answer);
          else refuse(new Error(data.failure));
        },
      );
      worker.addEventListener('error', (event) => refuse(new Error(event.message)));
      worker.postMessage({ number: 1, ...wanted });
    });
  } finally {
    worker.terminate();
  }
}
