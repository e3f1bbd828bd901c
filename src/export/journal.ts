import { rename, rm, stat, truncate } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import {
  type Checkpoint,
  EMPTY,
  type Extent,
  removeCheckpoint,
  syncFolder,
  writeCheckpoint,
} from './checkpoint.ts';
import type { Failure } from './pages.ts';
import { EXIT, ExportRefusal, wrongArguments } from './refusal.ts';
import type { RetryPlace } from './retry.ts';
import { type JournalFiles, openRowFile, type RowFile } from './row-file.ts';
import type { Position, WalkedPage } from './walk.ts';

/** Rows are written when so much text has come, or so much time has passed. */
const COMMIT_CHARACTERS = 1024 * 1024;
const COMMIT_MS = 1_000;

const compress = promisify(gzip);

/**
 * Writes rows, failures and the checkpoint in step: first the rows are on the disk, then the checkpoint that counts
 * them. What a crash leaves behind these counts is cut off when the export continues. With gzip, each write is
 * a whole member of the file.
 */
export class Journal {
  readonly #files: JournalFiles;
  #checkpoint: Checkpoint;
  #failures: RowFile | null = null;
  #lines: string[] = [];
  #failed: Failure[] = [];
  #characters = 0;
  /** The place behind the rows that are not written yet. */
  #place: Partial<Pick<Checkpoint, 'position' | 'retry'>> = {};
  #committedMs = performance.now();
  /** A write has failed, or is in progress. */
  #hasFailed = false;

  private constructor(files: JournalFiles, checkpoint: Checkpoint) {
    this.#files = files;
    this.#checkpoint = checkpoint;
  }

  /** @throws ExportRefusal if the files do not match the checkpoint. */
  static async open(files: JournalFiles, checkpoint: Checkpoint): Promise<Journal> {
    const journal = new Journal(files, checkpoint);
    if (files.checkpoint !== null) {
      await cutOff(files.output, checkpoint.output);
      if (journal.#isRetryRead) {
        await journal.#replaceFailures();
      }
      const { failures, retry } = journal.#checkpoint;
      await cutOffFile(files.failures, failures);
      await cutOffFile(journal.#retriedPath, retry?.failures ?? EMPTY);
      await journal.#commit();
    }
    return journal;
  }

  get checkpoint(): Checkpoint {
    return this.#checkpoint;
  }

  /** Rows that are written, and those that will be with the next write. */
  get rows(): number {
    return this.#checkpoint.output.rows + this.#lines.length;
  }

  async addWalked(page: WalkedPage<Position>): Promise<void> {
    this.#place = { position: page.place };
    await this.#add(page);
  }

  async addRetried(page: WalkedPage<RetryPlace>): Promise<void> {
    const { failures } = this.#checkpoint.retry ?? { failures: EMPTY };
    this.#place = { retry: { ...page.place, failures } };
    await this.#add(page);
  }

  /** Writes what has come, unless a write has failed. */
  async flush(): Promise<void> {
    if (!this.#hasFailed) {
      await this.#commit();
    }
  }

  async endWalk(): Promise<void> {
    this.#place = { position: null };
    await this.#commit();
  }

  async beginRetry(): Promise<void> {
    await this.#closeFailures();
    await rm(this.#retriedPath, { force: true });
    this.#place = { retry: { at: 0, after: null, failures: EMPTY } };
    await this.#commit();
  }

  /** What failed again replaces what had failed. */
  async endRetry(): Promise<void> {
    await this.#commit();
    await this.#replaceFailures();
    await this.#commit();
  }

  /** Removes the checkpoint, unless rows are missing: the next export then reads them once more. */
  async close(): Promise<void> {
    await this.#closeFailures();
    const { position, failures } = this.#checkpoint;
    const { checkpoint } = this.#files;
    if (failures.rows === 0) {
      await rm(this.#files.failures, { force: true });
    }
    if (this.#checkpoint.retry === null) {
      await rm(this.#retriedPath, { force: true });
    }
    if (position === null && failures.rows === 0 && checkpoint !== null) {
      await removeCheckpoint(checkpoint);
    }
  }

  get #retriedPath(): string {
    return `${this.#files.failures}.new`;
  }

  /** The pass over the failures has read all of them. */
  get #isRetryRead(): boolean {
    const { retry, failures } = this.#checkpoint;
    return retry !== null && retry.at >= failures.bytes;
  }

  async #add({ lines, failures, bytes }: WalkedPage<unknown>): Promise<void> {
    this.#lines.push(...lines);
    this.#failed.push(...failures);
    this.#characters += bytes;
    const isDue =
      !this.#files.output.isRegular ||
      this.#characters >= COMMIT_CHARACTERS ||
      performance.now() - this.#committedMs >= COMMIT_MS;
    if (isDue) {
      await this.#commit();
    }
  }

  async #commit(): Promise<void> {
    this.#hasFailed = true;
    const output = await this.#appendRows();
    const failures = await this.#appendFailures();
    const before = { ...this.#checkpoint, ...this.#place, output };
    const after = before.retry
      ? { ...before, retry: { ...before.retry, failures } }
      : { ...before, failures };
    if (this.#files.checkpoint !== null) {
      await writeCheckpoint(this.#files.checkpoint, after);
    }
    this.#checkpoint = after;
    [this.#lines, this.#failed, this.#characters, this.#place] = [[], [], 0, {}];
    this.#committedMs = performance.now();
    this.#hasFailed = false;
  }

  async #appendRows(): Promise<Extent> {
    const { output, isGzip, checkpoint } = this.#files;
    const written = this.#checkpoint.output;
    if (this.#lines.length === 0) {
      return written;
    }
    if (checkpoint !== null && (await output.size()) !== written.bytes) {
      throw new ExportRefusal(
        `${output.name} was changed by another process, perhaps by a second export into it.`,
        EXIT.stopped,
      );
    }
    const text = toText(this.#lines);
    const bytes = isGzip ? await compress(text) : Buffer.from(text);
    try {
      await output.append(bytes);
    } catch (error) {
      // Best effort, so that the file ends with a whole row; it is cut off anyway when the export continues.
      await (checkpoint && output.truncate(written.bytes).catch(() => {}));
      throw error;
    }
    return grow(written, bytes.length, this.#lines.length);
  }

  async #appendFailures(): Promise<Extent> {
    const { failures, retry } = this.#checkpoint;
    const written = (this.#place.retry ?? retry)?.failures ?? failures;
    if (this.#failed.length === 0) {
      return written;
    }
    this.#failures ??= await openRowFile(retry ? this.#retriedPath : this.#files.failures);
    const bytes = Buffer.from(toText(this.#failed.map((failure) => JSON.stringify(failure))));
    await this.#failures.append(bytes);
    return grow(written, bytes.length, this.#failed.length);
  }

  async #replaceFailures(): Promise<void> {
    await this.#closeFailures();
    const failures = this.#checkpoint.retry?.failures ?? EMPTY;
    if (failures.rows === 0) {
      await rm(this.#files.failures, { force: true });
      await rm(this.#retriedPath, { force: true });
    } else {
      // After a crash it may have been renamed already.
      await rename(this.#retriedPath, this.#files.failures).catch(ignoreMissing);
    }
    await syncFolder(this.#files.failures);
    this.#checkpoint = { ...this.#checkpoint, failures, retry: null };
  }

  async #closeFailures(): Promise<void> {
    await this.#failures?.close();
    this.#failures = null;
  }
}

/** Cuts off what was written after the checkpoint. */
async function cutOff(file: Pick<RowFile, 'name' | 'size' | 'truncate'>, { bytes }: Extent) {
  const size = await file.size();
  if (size < bytes) {
    throw wrongArguments(
      `${file.name} has ${size} bytes, fewer than the ${bytes} of its checkpoint: restore it, or remove it and the checkpoint to start again.`,
    );
  }
  if (size > bytes) {
    await file.truncate(bytes);
  }
}

/** The same for a file that may be missing if nothing was written to it. */
function cutOffFile(path: string, extent: Extent): Promise<void> {
  const file = {
    name: path,
    size: async () => (await stat(path).catch(ignoreMissing))?.size ?? 0,
    truncate: (bytes: number) => truncate(path, bytes),
  };
  return cutOff(file, extent);
}

function toText(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}

function grow({ bytes, rows }: Extent, moreBytes: number, moreRows: number): Extent {
  return { bytes: bytes + moreBytes, rows: rows + moreRows };
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') {
    throw error;
  }
}
