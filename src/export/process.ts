import { writeSync } from 'node:fs';
import { isatty } from 'node:tty';
import type { Environment } from '../config/setting.ts';
import { exportCommand } from './command.ts';

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
