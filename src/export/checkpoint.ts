import { open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { EXIT, wrongArguments } from './refusal.ts';
import type { RetryPlace } from './retry.ts';
import { toRefusal } from './row-file.ts';
import type { Position } from './walk.ts';

/** How much of a file is written. */
export interface Extent {
  readonly bytes: number;
  readonly rows: number;
}

export const EMPTY: Extent = { bytes: 0, rows: 0 };

/** What an export has written, and where it continues. */
export interface Checkpoint {
  readonly version: 1;
  /** The arguments that decide which rows come, by name. */
  readonly arguments: Readonly<Record<string, unknown>>;
  /** The ends of the time range of `--since`. */
  readonly start: string | null;
  readonly end: string | null;
  readonly output: Extent;
  readonly failures: Extent;
  /** Null if the walk has ended. */
  readonly position: Position | null;
  /** The pass over the failures; null if none is in progress. */
  readonly retry: (RetryPlace & { readonly failures: Extent }) | null;
}

/** Null if there is none. @throws ExportRefusal if it cannot be read. */
export async function readCheckpoint(path: string): Promise<Checkpoint | null> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return null;
    }
    throw toRefusal(error, path, 'read', EXIT.wrongArguments);
  }
  try {
    const checkpoint = JSON.parse(text) as Partial<Checkpoint> | null;
    if (checkpoint?.version === 1 && checkpoint.arguments) {
      return checkpoint as Checkpoint;
    }
  } catch {
    // Refused below, as a file of another version is.
  }
  throw wrongArguments(`${path} is not a checkpoint of this version of sentry-graphql.`);
}

/** Replaces it as a whole: after a crash, the file is the old one or the new one. */
export async function writeCheckpoint(path: string, checkpoint: Checkpoint): Promise<void> {
  const draft = `${path}.new`;
  try {
    const file = await open(draft, 'w');
    try {
      await file.writeFile(JSON.stringify(checkpoint));
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
    await syncFolder(path);
  } catch (error) {
    throw toRefusal(error, path, 'written', EXIT.stopped);
  }
}

export async function removeCheckpoint(path: string): Promise<void> {
  await rm(path, { force: true });
  await syncFolder(path);
}

/** Makes the names in a folder durable; Windows has no such call for folders. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') {
    return;
  }
  const folder = await open(dirname(path), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
