import { EXPORT_OPTIONS } from './arguments.ts';

/** Width of the column with the options. */
const OPTION_WIDTH = 24;
const WIDTH = 80;

export function renderExportHelp(): string {
  return `sentry-graphql export writes all issues, hashes or events of organizations, one
JSON object a line, within Sentry's rate limits.

Usage: sentry-graphql export --organization SLUG [options] > rows.ndjson

${Object.entries(EXPORT_OPTIONS)
  .map(([name, { value, description }]) =>
    renderOption(`--${name}${value === null ? '' : ` ${value}`}`, description),
  )
  .join('\n')}

Exit status:
${Object.entries(STATUSES)
  .map(([status, meaning]) => renderOption(status, meaning))
  .join('\n')}

SENTRY_AUTH_TOKEN, SENTRY_URL and the other settings of the gateway are used:
see sentry-graphql --help. Without them the demo server is exported.`;
}

const STATUSES = {
  '0': 'All rows were written',
  '1': 'It stopped before the end; with --output, the same command continues',
  '2': 'An argument or a setting is wrong',
  '3': 'It ended, but some rows failed: they are in the file of failures, and the same command reads them again',
  '130, 143': 'SIGINT or SIGTERM stopped it, as 1',
  '141': 'The reader of the output closed the pipe',
} as const;

function renderOption(option: string, description: string): string {
  const indent = ' '.repeat(OPTION_WIDTH);
  const lines: string[] = [];
  let line = `  ${option}`.padEnd(OPTION_WIDTH);
  for (const word of `${description}.`.split(' ')) {
    const isStart = line.trim() === '' || line.length === OPTION_WIDTH;
    if (!isStart && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = indent + word;
    } else {
      line += isStart ? word : ` ${word}`;
    }
  }
  return [...lines, line].join('\n');
}
