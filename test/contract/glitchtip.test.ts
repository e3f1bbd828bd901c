import { afterAll, describe, expect, test } from 'vitest';
import type { Dataset } from '../../embedded-sentry/dataset.ts';
import { startEmbeddedSentry } from '../../embedded-sentry/server.ts';
import {
  BEARERS,
  counterpartOf,
  createContractDataset,
  replacementsFor,
} from './glitchtip-counterparts.ts';
import { linkShape } from './glitchtip-link.ts';
import { FREE, partsOf } from './glitchtip-parts.ts';
import { differences, shapesOf } from './parts.ts';
import { type Exchange, GLITCHTIP_EXCHANGES } from './recordings.ts';

/* The demo server's GlitchTip answers like a recorded GlitchTip. */

/** Merges issues first if a recording shows the result of a merge. */
const MERGED_BEFORE: Readonly<Record<string, readonly string[]>> = {
  'issues-by-merged-id': ['324', '359'],
  'issue-hashes-event-of-other-project': ['324', '382'],
  'issue-events-latest-message-named-params': ['324', '382'],
};

interface Server {
  readonly url: string;
  readonly dataset: Dataset;
  stop(): Promise<void>;
}

async function startServer(): Promise<Server> {
  const dataset = createContractDataset();
  const { url, stop } = await startEmbeddedSentry({ dialect: 'glitchtip', dataset });
  return { url, dataset, stop };
}

const shared = await startServer();
afterAll(() => shared.stop());

interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** Sends a recorded request to the demo server, with the names of its data. */
async function replay(server: Server, exchange: Exchange): Promise<Reply> {
  const query = await Promise.all(
    exchange.query.map(async ([name, value]) => [
      name,
      await translate(server, exchange, name, value),
    ]),
  );
  const search = query
    .map(([name = '', value = '']) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
  const path = exchange.path.replace(
    /(issues\/)(\d+)(?=\/)/,
    (_all, words: string, issue: string) => words + counterpartOf(issue),
  );
  return send(server, exchange, `${path}${search && `?${search}`}`);
}

async function send({ url, dataset }: Server, exchange: Exchange, target: string): Promise<Reply> {
  const { method, token, requestBody } = exchange;
  const bearer = BEARERS[token];
  if (bearer === undefined) {
    throw new Error(`No token of the demo server stands for ${token}.`);
  }
  let text = target;
  for (const [recorded, ours] of replacementsFor(dataset)) {
    text = text.replaceAll(recorded, ours);
  }
  const response = await fetch(`${url}${text}`, {
    method,
    headers: {
      ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }),
      ...(requestBody === null ? {} : { 'content-type': 'application/json' }),
    },
    body: requestBody === null ? null : JSON.stringify(requestBody),
  });
  const body = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
  return {
    status: response.status,
    headers: response.headers,
    body: isJson ? (body === '' ? null : JSON.parse(body)) : body,
  };
}

async function translate(
  server: Server,
  { path }: Exchange,
  name: string,
  value: string,
): Promise<string> {
  switch (name) {
    case 'id':
    case 'group':
    case 'groups':
      return /^\d{1,9}$/.test(value) ? counterpartOf(value) : value;
    case 'cursor':
      return (await cursorLike(server, value)) ?? value;
    case 'key':
      return 'browser';
    case 'start':
      return '2020-06-18T08:00:00';
    case 'end':
      return '2020-06-18T09:00:00';
    case 'limit':
      // The demo server has eight projects, the recorded server had three.
      return path.endsWith('/projects/') ? '7' : value;
    default:
      return value;
  }
}

/** Replaces a cursor of a recorded response by the demo server's cursor. */
async function cursorLike(server: Server, cursor: string): Promise<string | undefined> {
  for (const rel of ['previous', 'next']) {
    const source = BY_LENGTH_OF_WAY.find(
      ({ headers, body, query }) =>
        cursorOf(headers['link'] ?? null, rel) === cursor &&
        Array.isArray(body) &&
        !query.some(([name, value]) => name === 'cursor' && value === cursor),
    );
    if (source) {
      return cursorOf((await replay(server, source)).headers.get('link'), rel);
    }
  }
  return undefined;
}

/** Requests without a cursor come first, because the others need the cursors of their responses. */
const BY_LENGTH_OF_WAY = [...GLITCHTIP_EXCHANGES].sort(
  (one, other) => Number(hasCursor(one)) - Number(hasCursor(other)),
);

function hasCursor({ query }: Exchange): boolean {
  return query.some(([name]) => name === 'cursor');
}

function cursorOf(link: string | null, rel: string): string | undefined {
  return new RegExp(`rel="${rel}"; results="true"; cursor="([^"]+)"`).exec(link ?? '')?.[1];
}

const KNOWN = shapesOf(
  GLITCHTIP_EXCHANGES.flatMap((exchange) => partsOf(exchange, exchange.body)),
  FREE,
);

const HEADERS = ['content-type', 'allow', 'x-max-hits', 'x-sentry-direct-hit', 'retry-after'];

function headersOf(get: (name: string) => string | null | undefined) {
  const hits = get('x-hits') ?? null;
  return {
    ...Object.fromEntries(HEADERS.map((name) => [name, get(name) ?? null])),
    'x-hits': hits === null || hits === '0' ? hits : 'a count',
    link: linkShape(get('link') ?? null),
  };
}

describe('the demo server answers a recorded request like GlitchTip:', () => {
  test.each(
    GLITCHTIP_EXCHANGES.map((exchange) => [exchange.name, exchange.about, exchange] as const),
  )('%s %s', async (name, _about, exchange) => {
    const merged = MERGED_BEFORE[name];
    const isAlone = merged !== undefined || exchange.method !== 'GET';
    const server = isAlone ? await startServer() : shared;
    if (merged) {
      const ids = merged.map((id) => `id=${counterpartOf(id)}`).join('&');
      const merge = GLITCHTIP_EXCHANGES.find((other) => other.name === 'merge-200') as Exchange;
      await send(server, merge, `${merge.path}?${ids}`);
    }
    const { status, headers, body } = await replay(server, exchange);
    if (isAlone) {
      await server.stop();
    }
    expect(status).toBe(exchange.status);
    expect(headersOf((header) => headers.get(header))).toEqual(
      headersOf((header) => exchange.headers[header]),
    );
    const parts = [partsOf(exchange, exchange.body), partsOf(exchange, body)] as const;
    expect(differences(KNOWN, parts, FREE)).toEqual([]);
  });
});

test('no event of the demo data has a key or a type that no recording has', async () => {
  const [hashes] = GLITCHTIP_EXCHANGES.filter(({ name }) => name === 'issue-hashes-page-1');
  const found = new Set<string>();
  for (const issue of shared.dataset.issues) {
    const path = `/api/0/organizations/${issue.organization}/issues/${issue.id}/hashes/`;
    const { body } = await send(shared, hashes as Exchange, `${path}?limit=100`);
    const parts = partsOf({ ...(hashes as Exchange), path }, body);
    for (const words of differences(KNOWN, [[], parts], FREE)) {
      found.add(words);
    }
  }
  expect([...found]).toEqual([]);
});
