import { type ExportRefusal, wrongArguments } from './refusal.ts';

/** The arguments of `sentry-graphql export`, checked. */
export interface ExportArguments {
  readonly organizations: readonly string[];
  /** Name of a ready fragment, or path of a file. */
  readonly select: string;
  readonly query: string;
  /** Slugs or numeric IDs. */
  readonly projects: readonly string[];
  readonly environments: readonly string[];
  /** As given; null for all times. */
  readonly since: string | null;
  /** Path; null for the standard output. */
  readonly output: string | null;
  /** Path of the checkpoint, if it is not beside the output. */
  readonly resume: string | null;
  readonly concurrency: number;
  readonly isGzip: boolean;
  readonly isDryRun: boolean;
}

interface Option {
  /** What follows the option; null if nothing does. */
  readonly value: string | null;
  readonly isRepeatable?: boolean;
  readonly description: string;
}

/** In the order of `--help`. */
export const EXPORT_OPTIONS = {
  organization: {
    value: 'SLUG',
    isRepeatable: true,
    description: 'Organization whose issues are read; may be repeated',
  },
  select: {
    value: 'FRAGMENT',
    description:
      'What a row has: hashes, grouping, events, or the path of a file with a GraphQL fragment on Issue, IssueHash or Event. Default: hashes',
  },
  query: {
    value: 'TEXT',
    description:
      "Search in Sentry's issue search syntax, such as is:unresolved. Default: all issues",
  },
  project: {
    value: 'PROJECT',
    isRepeatable: true,
    description: 'Slug or numeric ID: only issues of this project; may be repeated',
  },
  environment: {
    value: 'NAME',
    isRepeatable: true,
    description: 'Only issues with an event from this environment; may be repeated',
  },
  since: {
    value: 'TIME',
    description:
      'Only issues (and events) since then: a date, a time with a time zone, or a period such as 14d, 24h',
  },
  output: {
    value: 'FILE',
    description:
      'File for the rows, with a checkpoint beside it, so that the same command continues after an interruption. Default: the standard output',
  },
  resume: {
    value: 'FILE',
    description:
      'Checkpoint of another name, or for a standard output that >> appends to a file. Default: the name of the output with .checkpoint',
  },
  gzip: { value: null, description: 'Compress the output' },
  concurrency: {
    value: 'NUMBER',
    description: 'Most operations at a time, 1 to 100. Default: 20',
  },
  'dry-run': { value: null, description: 'Print what the export would cost, and write nothing' },
  help: { value: null, description: 'Print this text' },
} as const satisfies Readonly<Record<string, Option>>;

const DEFAULT_CONCURRENCY = 20;
const MAX_CONCURRENCY = 100;

type Given = Readonly<Partial<Record<keyof typeof EXPORT_OPTIONS, readonly string[]>>>;

/** Null for `--help`. @throws ExportRefusal */
export function parseExportArguments(words: readonly string[]): ExportArguments | null {
  const given = readOptions(words);
  if (given.help) {
    return null;
  }
  const one = lastOf(given.concurrency) ?? `${DEFAULT_CONCURRENCY}`;
  const concurrency = /^\d{1,3}$/.test(one) ? Number(one) : 0;
  if (concurrency < 1 || concurrency > MAX_CONCURRENCY) {
    throw refuse('concurrency', one, `a whole number from 1 to ${MAX_CONCURRENCY}`);
  }
  const organizations = listOf(given.organization);
  if (organizations.length === 0) {
    throw wrongArguments('--organization is missing: name the organization to export.');
  }
  return {
    organizations,
    select: lastOf(given.select) ?? 'hashes',
    query: lastOf(given.query) ?? '',
    projects: listOf(given.project),
    environments: listOf(given.environment),
    since: lastOf(given.since) ?? null,
    output: lastOf(given.output) ?? null,
    resume: lastOf(given.resume) ?? null,
    concurrency,
    isGzip: given.gzip !== undefined,
    isDryRun: given['dry-run'] !== undefined,
  };
}

function readOptions(words: readonly string[]): Given {
  const given: Partial<Record<keyof typeof EXPORT_OPTIONS, string[]>> = {};
  const left = [...words];
  for (let word = left.shift(); word !== undefined; word = left.shift()) {
    const [, name = '', inline] =
      /^--([a-z-]+)(?:=(.*))?$/s.exec(word === '-h' ? '--help' : word) ?? [];
    if (!isOption(name)) {
      throw wrongArguments(
        `${JSON.stringify(word)} is not an option of export. Use --help for the list.`,
      );
    }
    const { value, isRepeatable = false }: Option = EXPORT_OPTIONS[name];
    if (given[name] && !isRepeatable) {
      throw wrongArguments(`--${name} is given twice.`);
    }
    const text = value === null ? noValue(name, inline) : givenValue(name, inline ?? left.shift());
    given[name] = [...(given[name] ?? []), text];
  }
  return given;
}

function noValue(name: string, inline: string | undefined): string {
  if (inline !== undefined) {
    throw wrongArguments(`--${name} takes no value.`);
  }
  return '';
}

/** Only a search may be empty: it finds all issues. */
function givenValue(name: keyof typeof EXPORT_OPTIONS, text: string | undefined): string {
  if (text === undefined || (text === '' && name !== 'query')) {
    throw wrongArguments(`--${name} needs a value: --${name} ${EXPORT_OPTIONS[name].value}.`);
  }
  return text;
}

function isOption(name: string): name is keyof typeof EXPORT_OPTIONS {
  return Object.hasOwn(EXPORT_OPTIONS, name);
}

function lastOf(texts: readonly string[] | undefined): string | undefined {
  return texts?.at(-1);
}

/** Several values, also separated by commas; each once. */
function listOf(texts: readonly string[] | undefined): readonly string[] {
  const values = (texts ?? []).flatMap((text) => text.split(',')).map((text) => text.trim());
  return [...new Set(values.filter(Boolean))];
}

function refuse(name: keyof typeof EXPORT_OPTIONS, text: string, expected: string): ExportRefusal {
  return wrongArguments(`--${name} is ${JSON.stringify(text)}; expected ${expected}.`);
}

const UNIT_MS: Readonly<Record<string, number>> = {
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 7 * 86_400_000,
};

/** The beginning of the time range. @throws ExportRefusal */
export function readSince(text: string, nowMs: number): Date {
  const [, count, unit = ''] = /^(\d{1,5})([mhdw])$/.exec(text) ?? [];
  const moment = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?$/.test(
    text,
  )
    ? Date.parse(text)
    : nowMs - Number(count ?? Number.NaN) * (UNIT_MS[unit] ?? Number.NaN);
  if (!(moment < nowMs)) {
    throw refuse(
      'since',
      text,
      'a date such as 2026-01-31, a time such as 2026-01-31T12:00:00Z, or a period such as 14d or 24h, in the past',
    );
  }
  return new Date(moment);
}
