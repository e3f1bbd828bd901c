import { isatty } from 'node:tty';
import { type DestinationStream, type Logger, pino, stdTimeFunctions } from 'pino';

const STANDARD_ERROR = 2;

export interface LogOptions {
  readonly logLevel: string;
  readonly logFormat: 'auto' | 'text' | 'json';
}

interface LogOutput {
  readonly isTerminal: boolean;
  readonly stream: DestinationStream;
}

/** One line of JSON for each record, or text. */
export function createLog(
  { logLevel, logFormat }: LogOptions,
  { isTerminal, stream }: LogOutput = {
    isTerminal: isatty(STANDARD_ERROR),
    stream: pino.destination(STANDARD_ERROR),
  },
): Logger {
  const isText = logFormat === 'text' || (logFormat === 'auto' && isTerminal);
  return pino(
    {
      name: 'sentry-graphql',
      level: logLevel,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
    },
    isText ? { write: (line) => stream.write(toText(line)) } : stream,
  );
}

function toText(line: string): string {
  const { time, level, msg, err, pid, hostname, name, ...rest } = JSON.parse(line);
  const fields = Object.entries(rest)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => `${key}=${toValue(value)}`);
  const first = [time, String(level).padEnd(5), ...(msg ? [toPrintable(msg)] : []), ...fields];
  const stack = err?.stack ? toPrintable(err.stack, '\n').split('\n') : [];
  return `${[first.join(' '), ...stack.map((each) => `    ${each}`)].join('\n')}\n`;
}

function toValue(value: unknown): string {
  return typeof value === 'string' && /^[\w.:/@+-]+$/.test(value)
    ? value
    : toPrintable(JSON.stringify(value));
}

/** A terminal obeys control characters, and records contain text of callers and servers. */
function toPrintable(text: string, kept = ''): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) =>
    character === kept
      ? character
      : `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
}
