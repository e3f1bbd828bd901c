import type { ExportArguments } from './arguments.ts';
import type { Checkpoint } from './checkpoint.ts';
import { Journal } from './journal.ts';
import type { PreparedExport } from './prepare.ts';
import { type Count, describeDuration, plural, startProgress } from './progress.ts';
import { EXIT, ExportRefusal, wrongArguments } from './refusal.ts';
import { readFailures, retry } from './retry.ts';
import { type JournalFiles, openFiles } from './row-file.ts';
import { type WalkedPage, type WalkOptions, walk } from './walk.ts';

export interface RunOptions {
  readonly given: ExportArguments;
  readonly prepared: PreparedExport;
  /** Of an earlier export that stopped, or a new one. */
  readonly checkpoint: Checkpoint;
  readonly isNew: boolean;
  readonly report: (text: string) => void;
  readonly columns: number | null;
  readonly interruption: AbortSignal;
}

/** Reads and writes all rows behind a checkpoint, then those that failed. Resolves with the exit status. */
export async function runExport(options: RunOptions): Promise<number> {
  const { given, prepared, checkpoint, report, columns, interruption } = options;
  const files = await openFiles(given);
  const tally = new Tally(prepared, given);
  let journal: Journal | null = null;
  try {
    if (options.isNew && files.checkpoint !== null && (await files.output.size()) > 0) {
      throw wrongArguments(
        `${files.output.name} is not empty and has no checkpoint ${files.checkpoint}: name another output, or remove it.`,
      );
    }
    journal = await Journal.open(files, checkpoint);
    if (!options.isNew) {
      report(`Continues after ${plural(journal.rows, 'row')}.\n`);
    }
    const opened = journal;
    const progress = startProgress({ count: () => tally.count(opened), write: report, columns });
    try {
      await readAll(journal, files.failures, tally.walkOptions, tally);
    } finally {
      progress.end();
    }
    return end(journal, files, tally, report);
  } catch (error) {
    await journal?.flush().catch(() => {});
    const reason = interruption.aborted ? toInterrupted(interruption) : error;
    throw files.checkpoint === null || journal === null ? reason : continuable(reason, journal);
  } finally {
    const hasFailures = (journal?.checkpoint.failures.rows ?? 0) > 0;
    await journal?.close();
    await files.close(hasFailures);
  }
}

async function readAll(
  journal: Journal,
  failures: string,
  options: WalkOptions,
  tally: Tally,
): Promise<void> {
  const { position } = journal.checkpoint;
  if (position !== null) {
    for await (const page of walk(options, position)) {
      tally.add(page);
      await journal.addWalked(page);
    }
    await journal.endWalk();
  }
  if (journal.checkpoint.failures.rows === 0) {
    return;
  }
  if (journal.checkpoint.retry === null) {
    await journal.beginRetry();
  }
  const { retry: place, failures: written } = journal.checkpoint;
  if (place !== null) {
    const failed = readFailures(failures, place.at, written.bytes);
    for await (const page of retry(options, failed, place)) {
      await journal.addRetried(page);
    }
    await journal.endRetry();
  }
}

/** What was read in this process. */
class Tally {
  readonly walkOptions: WalkOptions;
  readonly #session: PreparedExport['session'];
  readonly #totals = new Map<number, number | null>();
  readonly #isOfIssues: boolean;
  readonly #startMs = performance.now();
  #issues = 0;

  constructor(
    { session, rows, pages }: PreparedExport,
    { organizations, concurrency }: ExportArguments,
  ) {
    this.#session = session;
    this.#isOfIssues = rows.type === 'Issue';
    this.walkOptions = {
      pages,
      organizations,
      isOfIssues: this.#isOfIssues,
      concurrency,
      counted: (organization, issues) => this.#totals.set(organization, issues),
    };
  }

  add({ lines, isLast }: WalkedPage<unknown>): void {
    this.#issues += this.#isOfIssues ? lines.length : Number(isLast);
  }

  get elapsedMs(): number {
    return performance.now() - this.#startMs;
  }

  count({ rows, checkpoint }: Journal): Count {
    const totals = [...this.#totals.values()];
    const isKnown = totals.length === this.walkOptions.organizations.length;
    return {
      rows,
      issues: this.#issues,
      total:
        isKnown && totals.every((total) => total !== null)
          ? totals.reduce((sum, total) => sum + total, 0)
          : null,
      failed: checkpoint.failures.rows,
      usage: this.#session.usage(),
    };
  }
}

function end(
  journal: Journal,
  { failures: failuresPath, checkpoint }: JournalFiles,
  tally: Tally,
  report: (text: string) => void,
): number {
  const { rows, usage } = tally.count(journal);
  const { failures } = journal.checkpoint;
  report(
    `${plural(rows, 'row')} written: ${plural(usage.requests, 'request')} in ${describeDuration(tally.elapsedMs)}.\n`,
  );
  if (failures.rows === 0) {
    return EXIT.complete;
  }
  report(
    `Not all rows came: ${failuresPath} has ${plural(failures.rows, 'failure')}${checkpoint ? ', which the same command reads again' : ''}.\n`,
  );
  return EXIT.rowsMissing;
}

/** @param interruption - Aborted by a signal, whose name is the reason. */
export function toInterrupted({ reason }: AbortSignal): ExportRefusal {
  const exitStatus = EXIT.interrupted[reason as keyof typeof EXIT.interrupted];
  return new ExportRefusal(`The export was stopped by ${reason}.`, exitStatus);
}

/** The same refusal, with the way to continue. */
function continuable(error: unknown, journal: Journal): unknown {
  if (!(error instanceof ExportRefusal) || error.exitStatus === EXIT.wrongArguments) {
    return error;
  }
  const { message, exitStatus, code } = error;
  return new ExportRefusal(
    `${message.replace(/\.$/, '')}; after ${plural(journal.checkpoint.output.rows, 'row')}, the same command continues.`,
    exitStatus,
    code,
  );
}
