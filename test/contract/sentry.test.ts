import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { SENTRY_IO_LIMITS } from '../../embedded-sentry/sentry-io-limits.ts';
import { startEmbeddedSentry } from '../../embedded-sentry/server.ts';
import { differences, shapesOf } from './parts.ts';
import { type Exchange, SENTRY_EXCHANGES } from './recordings.ts';
import {
  BEARERS,
  BEARERS_BY_NAME,
  bodyLike,
  counterpartOf,
  createContractDataset,
  newestEvent,
  projectOf,
  replacementsFor,
} from './sentry-counterparts.ts';
import { linkShape } from './sentry-link.ts';
import { FREE, partsOf } from './sentry-parts.ts';

/* The demo server's Sentry of 2023 answers like a recorded 23.7.1. */

/** Kinds that the demo server returns incompletely, with the reason. */
const PARTIAL: Readonly<Record<string, string>> = {
  organization: 'settings of a whole organization, which no client of issues reads',
  project: 'settings of a whole project, which no client of issues reads',
  'listed project': 'as the project',
};

/** Their content depends on the data, so each is compared with all recorded parts of its kind. */
const isOwn = (kind: string) =>
  / entry$|^frame$|^stack trace$|^(?:simple )?event$|^event page$|^issue$|^grouping component$/.test(
    kind,
  );

/** Differences between the demo server and the recordings, with the reason. */
const READ_ONLY: Readonly<Record<string, string>> = {
  'request entry.inferredContentType is string, not null': 'the interface of requests',
  'request entry.apiTarget is string, not null': 'the interface of requests',
  'request entry.query is string, not array': 'the interface of requests',
  'request entry.query[] is null, not array': 'the schema that Sentry publishes',
  'request entry.headers[] is null, not array': 'the schema that Sentry publishes',
  'request entry.data is string, not null or object': 'the interface of requests',
  'threads entry.values[].rawStacktrace is object, not null': 'the interface of threads',
  'threads entry.values[].heldLocks.0x1.thread_id is not there in any recording': 'as of frames',
  'threads entry.values[].heldLocks.0x1.package_name is not there in any recording': 'as of frames',
  'threads entry.values[].heldLocks.0x1.address is not there in any recording': 'as of frames',
  ...Object.fromEntries(
    [
      'uuid',
      'unwind_status',
      'image_vmaddr',
      'features',
      'debug_status',
      'debug_file',
      'candidates',
    ].map((key) => [
      `debugmeta entry.images[].${key} is not there in any recording`,
      'written by Symbolicator, which the recorded server lacked',
    ]),
  ),
  'debugmeta entry.images[] is null, not object': 'the schema that Sentry publishes',
  ...Object.fromEntries(
    ['issue', 'listed issue.lifetime', 'listed issue.filtered'].flatMap((path) => [
      [`${path}.firstSeen is null, not string`, 'an issue without events'],
      [`${path}.lastSeen is null, not string`, 'an issue without events'],
    ]),
  ),
};

/** The events of a project and the values of a tag had no limit of their own, and the issues of a project a lower one. */
const LIMITS_OF_2023 = [
  ...(SENTRY_IO_LIMITS.endpoints ?? []).filter(
    ({ path }) => !/projects|recommended|tags/.test(path.source),
  ),
  {
    method: 'GET',
    path: /^organizations\/[^/]+\/issues\/[^/]+\/events\/(?!recommended)[^/]+\/$/,
    limit: 15,
  },
  { method: 'GET', path: /^projects\/[^/]+\/[^/]+\/issues\/$/, limit: 3 },
];

interface Server {
  readonly url: string;
  readonly dataset: ReturnType<typeof createContractDataset>;
  readonly replacements: ReturnType<typeof replacementsFor>;
  stop(): Promise<void>;
}

async function startServer(file: string): Promise<Server> {
  const dataset = createContractDataset();
  // Before an unmerge moves the objects that they name.
  const replacements = replacementsFor(dataset);
  const { url, stop } = await startEmbeddedSentry({
    dialect: 'sentry-2023',
    dataset,
    hasGlobalViews: file !== 'no-global-views',
    rateLimit: { limit: 999, concurrentLimit: 999, endpoints: LIMITS_OF_2023 },
  });
  return { url, dataset, replacements, stop };
}

interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

async function replay({ url, dataset, replacements }: Server, exchange: Exchange): Promise<Reply> {
  const { name, method, token, requestBody } = exchange;
  const bearer = BEARERS_BY_NAME[name] ?? BEARERS[token];
  if (bearer === undefined) {
    throw new Error(`No token of the demo server stands for ${token}.`);
  }
  const search = exchange.query
    .map(([key, value]) => `${key}=${encodeURIComponent(translate(dataset, key, value))}`)
    .join('&');
  const path = exchange.path
    .replace(
      /(issues\/)(\d+)(?=\/)/,
      (_all, words: string, issue: string) => words + counterpartOf(issue),
    )
    .replace(/(issues\/(\d+)\/events\/)[0-9a-f]{32}/, (all, words: string, issue: string) =>
      all.includes('/00000000') ? all : words + newestEvent(dataset, issue),
    );
  let target = `${path}${search && `?${search}`}`;
  for (const [recorded, ours] of replacements) {
    target = target.replaceAll(recorded, ours);
  }
  const response = await fetch(`${url}${target}`, {
    method,
    headers: {
      ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }),
      ...(requestBody === null ? {} : { 'content-type': 'application/json' }),
    },
    body: requestBody === null ? null : bodyLike(requestBody),
  });
  const body = await response.text();
  return { status: response.status, headers: response.headers, body: parse(body) };
}

function parse(text: string): unknown {
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    return text;
  }
}

function translate(dataset: Server['dataset'], name: string, value: string): string {
  switch (name) {
    case 'id':
    case 'group':
      return /^\d{1,9}$/.test(value) ? counterpartOf(value) : value;
    case 'groups':
      // As many different issues as were recorded.
      return dataset.issues[Number(value) - 26]?.id ?? translate(dataset, 'group', value);
    case 'project':
      return projectOf(dataset, value);
    case 'query':
      return value.replace(/level:\w+/, 'level:error');
    case 'limit':
      // As many as needed to make the page the last one.
      return value === '30' ? '100' : value;
    default:
      return value;
  }
}

const KNOWN = shapesOf(
  SENTRY_EXCHANGES.flatMap((exchange) => partsOf(exchange, exchange.body)),
  FREE,
);

const HEADERS = ['content-type', 'allow', 'x-max-hits', 'x-sentry-direct-hit', 'retry-after'];
const LIMIT = 'x-sentry-rate-limit';

function headersOf(get: (name: string) => string | null | undefined) {
  const isNumber = (name: string) =>
    /^\d+$/.test(get(name) ?? '') ? 'a number' : (get(name) ?? null);
  return {
    ...Object.fromEntries(HEADERS.map((name) => [name, get(name) ?? null])),
    limit: get(`${LIMIT}-limit`) ?? null,
    concurrentLimit: get(`${LIMIT}-concurrentlimit`) ?? null,
    remaining: isNumber(`${LIMIT}-remaining`),
    concurrentRemaining: isNumber(`${LIMIT}-concurrentremaining`),
    reset: isNumber(`${LIMIT}-reset`),
    hits: isNumber('x-hits'),
    link: linkShape(get('link') ?? null),
  };
}

const met = new Set<string>();

/** Reaches the rate limit first if the recording shows that refusal. */
const ASKED_BEFORE: Readonly<Record<string, number>> = { 'rate-limited 1': 5 };

const FILES = new Map<string, Exchange[]>();
for (const exchange of SENTRY_EXCHANGES) {
  const file = exchange.name.replace(/ \d+$/, '');
  FILES.set(file, [...(FILES.get(file) ?? []), exchange]);
}

describe.each([...FILES])('%s', (file, exchanges) => {
  let server: Server;
  beforeAll(async () => {
    // A window of the rate limiter is one second; the recorded requests were sent seconds apart.
    vi.useFakeTimers({ toFake: ['Date'] });
    server = await startServer(file);
  });
  beforeEach(() => {
    vi.setSystemTime(Date.now() + 2_000);
  });
  afterAll(async () => {
    vi.useRealTimers();
    await server.stop();
  });

  test.each(exchanges.map((exchange) => [describeExchange(exchange), exchange] as const))(
    '%s',
    async (_title, exchange) => {
      for (let times = ASKED_BEFORE[exchange.name] ?? 0; times > 0; times -= 1) {
        await replay(server, exchange);
      }
      const { status, headers, body } = await replay(server, exchange);
      expect(status).toBe(exchange.status);
      expect(headersOf((header) => headers.get(header))).toEqual(
        headersOf((header) => exchange.headers[header]),
      );
      const parts = [partsOf(exchange, exchange.body), partsOf(exchange, body)] as const;
      const found = differences(KNOWN, parts, FREE, {
        isPartial: (kind) => kind in PARTIAL,
        isOwn,
      });
      for (const words of found) {
        met.add(words);
      }
      expect(found.filter((words) => !(words in READ_ONLY))).toEqual([]);
    },
  );
});

function describeExchange({ name, method, path, query, status }: Exchange): string {
  const search = query.map(([key, value]) => `${key}=${value}`).join('&');
  return `${name}: ${method} ${path}${search && `?${search}`} is ${status}`;
}

test('every listed exception still differs', () => {
  expect(Object.keys(READ_ONLY).filter((words) => !met.has(words))).toEqual([]);
});
