import { writeSync } from 'node:fs';
import { isatty } from 'node:tty';
import { readSentryConfig } from '../config/config.ts';
import { ConfigError, type Environment } from '../config/setting.ts';
import { reportUnknownNames } from '../config/unknown-names.ts';
import { type ExportArguments, parseExportArguments, readSince } from './arguments.ts';
import { type Checkpoint, EMPTY, readCheckpoint } from './checkpoint.ts';
import { describeCost } from './dry-run.ts';
import { renderExportHelp } from './help.ts';
import { type Fragment, prepareExport, readFragment } from './prepare.ts';
import { EXIT, ExportRefusal, wrongArguments } from './refusal.ts';
import { checkpointPath } from './row-file.ts';
import { runExport, toInterrupted } from './run.ts';
import { START } from './walk.ts';

/** What the command uses of its process. */
interface ExportProcess {
  readonly env: Environment;
  /** Writes to the standard output: help, and what an export would cost. */
  readonly print: (text: string) => void;
  /** Writes to the standard error: progress, and the sentence that ends a failed export. */
  readonly report: (text: string) => void;
  /** Width of the terminal that the standard error is, if rows go elsewhere; otherwise null. */
  readonly columns: number | null;
  /** Aborts at a signal; its reason is the signal's name. */
  readonly interruption: AbortSignal;
}

/** The command `sentry-graphql export`. Resolves with its exit status. */
export async function exportCommand(
  words: readonly string[],
  process: ExportProcess,
): Promise<number> {
  try {
    const given = parseExportArguments(words);
    if (given === null) {
      process.print(`${renderExportHelp()}\n`);
      return EXIT.complete;
    }
    return await runGiven(given, process);
  } catch (cause) {
    const isNamed = cause instanceof ExportRefusal && cause.exitStatus > EXIT.rowsMissing;
    const isInterrupted = process.interruption.aborted && !isNamed;
    const error = isInterrupted ? toInterrupted(process.interruption) : cause;
    process.report(`${(error as Error).message}\n`);
    if (error instanceof ExportRefusal) {
      return error.exitStatus;
    }
    return error instanceof ConfigError ? EXIT.wrongArguments : EXIT.stopped;
  }
}

async function runGiven(given: ExportArguments, process: ExportProcess): Promise<number> {
  reportSettings(given, process);
  const { organizations, query, projects, environments, isDryRun } = given;
  const fragment = readFragment(given.select);
  const identity = toIdentity(given, fragment);
  const path = isDryRun ? null : checkpointPath(given);
  const known = path === null ? null : await readKnown(path, identity);
  const checkpoint = known ?? newCheckpoint(given, identity);
  const prepared = await prepareExport({
    settings: process.env,
    token: null,
    signal: process.interruption,
    organizations,
    fragment,
    filter: {
      query,
      project: projects,
      environment: environments,
      start: checkpoint.start,
      end: checkpoint.end,
    },
  });
  try {
    if (isDryRun) {
      process.print(`${await describeCost(prepared, organizations)}\n`);
      return EXIT.complete;
    }
    return await runExport({ ...process, given, prepared, checkpoint, isNew: known === null });
  } finally {
    await prepared.session.close();
  }
}

/** The arguments that decide which rows come. */
function toIdentity(given: ExportArguments, { text }: Fragment): Checkpoint['arguments'] {
  return {
    organization: given.organizations,
    select: text,
    query: given.query,
    project: given.projects,
    environment: given.environments,
    since: given.since,
    gzip: given.isGzip,
  };
}

function newCheckpoint({ since }: ExportArguments, identity: Checkpoint['arguments']): Checkpoint {
  const now = Date.now();
  return {
    version: 1,
    arguments: identity,
    start: since === null ? null : readSince(since, now).toISOString(),
    end: since === null ? null : new Date(now).toISOString(),
    output: EMPTY,
    failures: EMPTY,
    position: START,
    retry: null,
  };
}

/** The checkpoint of an earlier run; null if there is none, or if nothing was written with other arguments. */
async function readKnown(
  path: string,
  identity: Checkpoint['arguments'],
): Promise<Checkpoint | null> {
  const known = await readCheckpoint(path);
  const other = Object.keys(identity).find(
    (name) => JSON.stringify(known?.arguments[name]) !== JSON.stringify(identity[name]),
  );
  if (known === null || other === undefined) {
    return known;
  }
  if (known.output.rows + known.failures.rows === 0) {
    return null;
  }
  throw wrongArguments(
    `${path} is the checkpoint of an export with another --${other}: use the same arguments, or another output.`,
  );
}

/** @throws ExportRefusal if there is no token for an organization */
function reportSettings({ organizations }: ExportArguments, { env, report }: ExportProcess): void {
  for (const sentence of reportUnknownNames(env)) {
    report(`${sentence}\n`);
  }
  const config = readSentryConfig(env);
  const isWithoutToken =
    config.upstream.target.kind === 'passThrough' &&
    organizations.some((name) => !config.organizations.targets.has(name));
  if (isWithoutToken) {
    throw wrongArguments('SENTRY_AUTH_TOKEN is not set: an export needs a token.');
  }
  if (config.upstream.target.kind === 'embedded') {
    report('No Sentry server is set, so the demo server is exported.\n');
  }
}

const DEFAULT_COLUMNS = 80;

/** Runs the command `sentry-graphql export` in this process. Resolves with its exit status. */
export function runInProcess(words: readonly string[], env: Environment): Promise<number> {
  const interruption = new AbortController();
  const interrupt = (signal: NodeJS.Signals) => {
    // Without a listener, a second signal ends the process at once.
    process.removeListener('SIGINT', interrupt).removeListener('SIGTERM', interrupt);
    interruption.abort(signal);
  };
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  // The export continues if the program that reads its messages has ended.
  process.stderr.on('error', () => {});
  const hasRowsOnTerminal = isatty(1) && !words.some((word) => word.startsWith('--output'));
  return exportCommand(words, {
    env,
    print: (text) => void writeSync(1, text),
    report: (text) => void process.stderr.write(text),
    columns: isatty(2) && !hasRowsOnTerminal ? process.stderr.columns || DEFAULT_COLUMNS : null,
    interruption: interruption.signal,
  });
}
