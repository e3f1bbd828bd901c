import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DialectName } from '../../embedded-sentry/dialect.ts';
import { EMBEDDED_ISSUES } from '../../embedded-sentry/issues-table.ts';
import { type EmbeddedSentry, startEmbeddedSentry } from '../../embedded-sentry/server.ts';
import { startGatewayOver } from '../harness/gateway.ts';

/* The table of requests in docs/upstreams.md, row by row. */

const ORGANIZATION = 'hellboy-meowmeow';
/** It has 250 hashes. */
const ISSUE = '1341191803';
const OTHER_ISSUE = EMBEDDED_ISSUES.hundred;
const EVENT = '9999aaaaca8b46d797c23c6077c6ff01';
const FULL = 'nodes { latestEvent { size } }';

const issue = (selection: string, id = ISSUE) =>
  `{ issue(organization: "${ORGANIZATION}", id: "${id}") { ${selection} } }`;
const hashes = (args: string, selection: string, id = ISSUE) =>
  issue(`hashes(${args}) { ${selection} }`, id);
const issues = (count: number, selection: string) =>
  `{ organization(slug: "${ORGANIZATION}") { issues(first: ${count}) { nodes { ${selection} } } } }`;

interface Rows {
  readonly cursors: readonly string[];
  readonly hashes: readonly string[];
  readonly events: readonly string[];
}

interface Row {
  /** Sent before, and not counted. */
  readonly before?: readonly string[];
  /** Counted, one after another. */
  readonly operations: (rows: Rows) => readonly string[];
}

const one = (operation: string): Row => ({ operations: () => [operation] });

const TOTAL_COUNT = hashes('first: 1', 'totalCount');
const FIRST = "the first operation: an issue's `title`";

const OPERATIONS: Readonly<Record<string, Row>> = {
  "an issue's `title`": one(issue('title')),
  '100 hashes of an issue with full events': one(hashes('first: 100', FULL)),
  'a page of 20 hashes after or before any edge': {
    operations: ({ cursors }) => [hashes(`first: 20, after: "${cursors[40]}"`, 'nodes { hash }')],
  },
  'such a page with full events': {
    operations: ({ cursors }) => [hashes(`last: 20, before: "${cursors[40]}"`, FULL)],
  },
  '250 hashes with full events, in pages of 100': {
    operations: ({ cursors }) => [
      hashes('first: 100', FULL),
      hashes(`first: 100, after: "${cursors[99]}"`, FULL),
      hashes(`first: 100, after: "${cursors[199]}"`, FULL),
    ],
  },
  'the last 60 hashes of 250, with full events': one(hashes('last: 60', FULL)),
  '`totalCount` of 250 hashes': one(TOTAL_COUNT),
  '`totalCount` of the same 250 hashes later': {
    before: [TOTAL_COUNT],
    operations: () => [TOTAL_COUNT],
  },
  'a hash by `node(id:)`': {
    operations: (rows) => [`{ node(id: "${rows.hashes[0]}") { id } }`],
  },
  '50 events of an issue by `node(id:)`': {
    operations: ({ events }) => [
      `{ nodes(ids: ${JSON.stringify(events.slice(0, 50))}) { ... on Event { size } } }`,
    ],
  },
  '25 issues of a list, each with `hashes`': one(issues(25, 'hashes { nodes { hash } }')),
  '10 issues of a list, each with `latestEvent`': one(issues(10, 'latestEvent { title }')),
  '20 issues of a list, each with `stats`': one(issues(20, 'stats')),
  '20 issues of a list, each with `trend`': one(issues(20, 'trend { count }')),
  '20 issues of a list, each with `trend` of both periods': one(
    issues(20, 'trend { count } days: trend(period: "14d") { count }'),
  ),
  '100 issues of a list, each with `filtered(query:)`': one(
    issues(100, 'filtered(query: "level:error") { count }'),
  ),
  '20 issues of a list, each with `tags`': one(issues(20, 'tags { key }')),
  '20 issues of a list, each with `activity` or `seenBy`': one(
    issues(20, 'activity { type } seenBy { name }'),
  ),
  "20 events of an issue's list": one(issue('events(first: 20) { nodes { title } }')),
  'an event by `Organization.event`': one(
    `{ organization(slug: "${ORGANIZATION}") { event(id: "${EVENT}") { title } } }`,
  ),
  [FIRST]: one(issue('title')),
};

/** Its columns. */
const SERVERS: readonly DialectName[] = ['sentry-2026', 'sentry-2026-09', 'glitchtip'];

const [, section = ''] = readFileSync(
  new URL('../../docs/upstreams.md', import.meta.url),
  'utf8',
).split('\n## Requests\n');
const table = (section.split('\n## ')[0]?.match(/^\|.*\|$/gm) ?? []).slice(2).map((row) =>
  row
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim()),
);

test('each documented number of requests is counted', () => {
  expect(table.map(([name]) => name)).toEqual(Object.keys(OPERATIONS));
});

describe.each(SERVERS)('over %s', (dialect) => {
  const column = 1 + SERVERS.indexOf(dialect);
  let upstream: EmbeddedSentry;
  beforeAll(async () => {
    upstream = await startEmbeddedSentry({ dialect, recordRequests: true });
  });
  afterAll(() => upstream.stop());

  const start = () =>
    startGatewayOver({
      SENTRY_URL: upstream.url,
      SENTRY_AUTH_TOKEN: upstream.token,
      SENTRY_RETRIES: '0',
      CACHE: 'off',
    });

  async function count({ before = [], operations }: Row, rows: Rows): Promise<number> {
    await using gateway = await start();
    for (const operation of before) {
      await gateway.execute(operation);
    }
    upstream.forgetRequests();
    for (const operation of operations(rows)) {
      expect(await gateway.execute(operation)).not.toHaveProperty('errors');
    }
    return upstream.requests.length;
  }

  async function readRows(): Promise<Rows> {
    await using gateway = await start();
    const read = 'edges { cursor node { id latestEvent { id } } } pageInfo { endCursor }';
    const edges: {
      readonly cursor: string;
      readonly node: { readonly id: string; readonly latestEvent: { readonly id: string } };
    }[] = [];
    for (let after = ''; edges.length < 250; ) {
      const { data } = await gateway.execute(hashes(`first: 100${after}`, read));
      edges.push(...data.issue.hashes.edges);
      after = `, after: "${data.issue.hashes.pageInfo.endCursor}"`;
    }
    return {
      cursors: edges.map(({ cursor }) => cursor),
      hashes: edges.map(({ node }) => node.id),
      events: edges.map(({ node }) => node.latestEvent.id),
    };
  }

  test('the documented numbers of requests are sent', async () => {
    const rows = await readRows();
    // It shows the kind of server, and how many full events it sends in a page.
    const known = hashes('first: 20', FULL, OTHER_ISSUE);
    const found: [string, number][] = [];
    const documented: [string, number][] = [];
    for (const [name = '', ...cells] of table) {
      const number = Number.parseInt(cells[column - 1] ?? '', 10);
      const { before = [], operations } = OPERATIONS[name] ?? one(issue('id'));
      if (!Number.isNaN(number)) {
        const row = { before: name === FIRST ? [] : [known, ...before], operations };
        found.push([name, await count(row, rows)]);
        documented.push([name, number]);
      }
    }
    expect(found).toEqual(documented);
  });
});
