import { writeSync } from 'node:fs';
import { isatty } from 'node:tty';
import type { Environment } from '../config/setting.ts';
import { exportCommand } from './command.ts';

/** Runs the command `sentry-graphql export` in this process. Resolves with its exit status. */
export function runInProcess(words: readonly string[], env: Environment): Promise<number> {
  const interruption = new AbortController();
  const interrupt = (signal: NodeJS.Signals) => {
    // Without a listener, a second signal ends the process at once.
    process.removeListener('SIGINT', interrupt).removeListener('SIGTERM', interrupt);
    interruption.abort(signal);
  };
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  const hasRowsOnTerminal = isatty(1) && !words.some((word) => word.startsWith('--output'));
  return exportCommand(words, {
    env,
    print: (text) => void writeSync(1, text),
    report: (text) => void process.stderr.write(text),
    isTerminal: isatty(2) && !hasRowsOnTerminal,
    interruption: interruption.signal,
  });
}
