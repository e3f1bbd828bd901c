import { close, fstat, fstatSync, fsync, ftruncate, open, write } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isatty } from 'node:tty';
import { promisify } from 'node:util';
import type { ExportArguments } from './arguments.ts';
import { EXIT, ExportRefusal, wrongArguments } from './refusal.ts';

/** A file, device or pipe to which rows are appended. */
export interface RowFile {
  readonly name: string;
  /** It has a size, can be truncated, and keeps what was written. */
  readonly isRegular: boolean;
  size(): Promise<number>;
  /** A regular file is on the disk then. @throws ExportRefusal */
  append(bytes: Uint8Array): Promise<void>;
  truncate(bytes: number): Promise<void>;
  close(): Promise<void>;
}

const calls = {
  open: promisify(open),
  fstat: promisify(fstat),
  write: promisify(write),
  fsync: promisify(fsync),
  ftruncate: promisify(ftruncate),
  close: promisify(close),
};

/** @throws ExportRefusal if it cannot be opened. */
export async function openRowFile(path: string): Promise<RowFile> {
  try {
    const fd = await calls.open(path, 'a');
    return fromDescriptor(fd, path, (await calls.fstat(fd)).isFile());
  } catch (error) {
    throw toRefusal(error, path, 'opened', EXIT.wrongArguments);
  }
}

/** Standard output: what the shell has opened. */
function openStandardOutput(): RowFile {
  const stat = fstatSync(1);
  const isStream = stat.isFIFO() || stat.isSocket() || isatty(1);
  return isStream ? standardStream() : fromDescriptor(1, NAME_OF_OUTPUT, stat.isFile());
}

const NAME_OF_OUTPUT = 'The standard output';

function fromDescriptor(fd: number, name: string, isRegular: boolean): RowFile {
  return {
    name,
    isRegular,
    size: async () => (await calls.fstat(fd)).size,
    async append(bytes) {
      try {
        for (let offset = 0; offset < bytes.length; ) {
          offset += (await calls.write(fd, bytes, offset, bytes.length - offset)).bytesWritten;
        }
        if (isRegular) {
          await calls.fsync(fd);
        }
      } catch (error) {
        throw toRefusal(error, name, 'written', EXIT.stopped);
      }
    },
    truncate: (bytes) => calls.ftruncate(fd, bytes),
    close: () => calls.close(fd),
  };
}

/** Pipes may not accept more bytes at once: Node's stream waits for them. */
function standardStream(): RowFile {
  // The callback of `write` has the error; without a listener it would end the process.
  process.stdout.on('error', () => {});
  return {
    name: NAME_OF_OUTPUT,
    isRegular: false,
    size: async () => 0,
    append: (bytes) =>
      new Promise((resolve, reject) => {
        process.stdout.write(bytes, (error) =>
          error ? reject(toRefusal(error, NAME_OF_OUTPUT, 'written', EXIT.stopped)) : resolve(),
        );
      }),
    truncate: async () => {},
    close: async () => {},
  };
}

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file would be too large',
  EACCES: 'this user may not write it',
  EROFS: 'its file system is read-only',
  ENOENT: 'its folder does not exist',
  EISDIR: 'it is a folder',
  EIO: 'the disk has failed',
};

/** One sentence on a failed file operation. */
export function toRefusal(
  error: unknown,
  name: string,
  done: string,
  exitStatus: number,
): ExportRefusal {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return code === 'EPIPE'
    ? new ExportRefusal('The reader of the output has closed it.', EXIT.closedPipe)
    : new ExportRefusal(`${name} cannot be ${done}: ${REASONS[code] ?? message}.`, exitStatus);
}

export interface JournalFiles {
  readonly output: RowFile;
  readonly isGzip: boolean;
  /** Path of the file of failures. */
  readonly failures: string;
  /** Path of the checkpoint; null if the export cannot be continued. */
  readonly checkpoint: string | null;
}

/** The files of an export. */
interface ExportFiles extends JournalFiles {
  /** @param hasFailures - Keeps the file of failures. */
  close(hasFailures: boolean): Promise<void>;
}

/** Where the checkpoint is, if the output is a regular file. */
export function checkpointPath({ output, resume }: ExportArguments): string | null {
  return resume ?? (output === null ? null : `${output}.checkpoint`);
}

/** @throws ExportRefusal */
export async function openFiles(given: ExportArguments): Promise<ExportFiles> {
  const output = given.output === null ? openStandardOutput() : await openRowFile(given.output);
  if (given.resume !== null && !output.isRegular) {
    throw wrongArguments('--resume needs an output that is a file: use --output, or >> a file.');
  }
  const checkpoint = output.isRegular ? checkpointPath(given) : null;
  const base = given.output ?? checkpoint;
  const temporary =
    checkpoint === null ? await mkdtemp(join(tmpdir(), 'sentry-graphql-export-')) : null;
  return {
    output,
    isGzip: given.isGzip,
    failures: temporary ? join(temporary, 'failures.ndjson') : `${base}.failures.ndjson`,
    checkpoint,
    async close(hasFailures) {
      await output.close();
      if (temporary !== null && !hasFailures) {
        await rm(temporary, { recursive: true, force: true });
      }
    },
  };
}
