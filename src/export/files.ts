import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ExportArguments } from './arguments.ts';
import type { JournalFiles } from './journal.ts';
import { wrongArguments } from './refusal.ts';
import { openRowFile, openStandardOutput } from './row-file.ts';

/** The files of an export. */
export interface ExportFiles extends JournalFiles {
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
