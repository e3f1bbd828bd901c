import { describe, expect, test } from 'vitest';
import type { DialectName } from '../../embedded-sentry/dialect.ts';
import { EMBEDDED_ISSUES } from '../../embedded-sentry/issues-table.ts';
import { encodeGlobalId } from '../../src/global-id.ts';
import { startGateway } from '../harness/gateway.ts';

/* Each kind of operation as the first one of a gateway, which does not know its server yet. */

const ORGANIZATION = 'hellboy-meowmeow';
const { main, twenty, five } = EMBEDDED_ISSUES;
/** The newest event of the issue and one of its hashes. */
const EVENT = '9999aaaaca8b46d797c23c6077c6ff01';
const HASH = '9999aaaaca8b46d797c23c6077c6ff01';

const idOf = (type: string, ...names: readonly string[]) =>
  encodeGlobalId(type as 'Issue', ORGANIZATION, ...names);
const issue = (selection: string) =>
  `{ issue(organization: "${ORGANIZATION}", id: "${main}") { ${selection} } }`;
const organization = (selection: string) =>
  `{ organization(slug: "${ORGANIZATION}") { ${selection} } }`;
const node = (id: string, selection: string) => `{ node(id: "${id}") { ${selection} } }`;
const mutation = (name: string, input: string, selection = 'clientMutationId') =>
  `mutation { ${name}(input: { ${input} }) { ${selection} } }`;

const OPERATIONS: readonly string[] = [
  issue('title'),
  issue('latestEvent { title }'),
  issue('oldestEvent { title }'),
  issue('recommendedEvent { title }'),
  issue('title hashes(first: 2) { nodes { hash latestEvent { size } } }'),
  issue('hashes(last: 2) { totalCount nodes { hash } }'),
  issue('events(first: 2) { nodes { title } }'),
  issue(`event(id: "${EVENT}") { title }`),
  issue('latestEvent { previousEvent { title } release { version } userReport { name } }'),
  issue('tags { key } stats userReportCount activity { type } raw'),
  organization('name'),
  issue('tagValues(key: "environment") { nodes { value count } }'),
  issue('trend(period: "14d") { count }'),
  issue('filtered(query: "level:error") { count }'),
  issue('events(first: 1) { totalCount }'),
  issue('latestEvent { title attachments { name } }'),
  organization('issues(first: 2) { nodes { trend(period: "14d") { count } } }'),
  organization('projects(first: 2) { totalCount }'),
  '{ organizations { nodes { slug name } } }',
  organization('issues(first: 2) { totalCount nodes { title } }'),
  organization('issues(first: 2, sort: "date") { nodes { title } }'),
  organization('issues(first: 2, sort: "new") { nodes { title } }'),
  organization('issues(first: 2, sort: "freq") { nodes { title } }'),
  organization('issues(first: 2, sort: "user") { nodes { title } }'),
  organization('issues(first: 2, sort: "no such order") { nodes { title } }'),
  organization('issues(first: 2, project: ["shop"]) { nodes { title } }'),
  organization('issues(first: 2, statsPeriod: "junk") { nodes { title } }'),
  organization('projects(first: 2) { nodes { slug } }'),
  organization('project(slug: "checkout") { name }'),
  organization('project(slug: "no-such-project") { name }'),
  organization(`event(id: "${EVENT}") { title }`),
  node(idOf('Issue', main), '... on Issue { title }'),
  node(idOf('IssueHash', main, HASH), '... on IssueHash { hash }'),
  node(idOf('Event', main, EVENT), '... on Event { title }'),
  mutation('updateIssue', `issue: "${idOf('Issue', main)}", status: "resolved"`),
  mutation('addIssueNote', `issue: "${idOf('Issue', main)}", text: "Seen"`),
  mutation('mergeIssues', `issues: ["${idOf('Issue', twenty)}", "${idOf('Issue', five)}"]`),
];

/** The codes of operations that fail, by words that only they have. */
type Failures = Readonly<Record<string, string>>;

const EVERYWHERE: Failures = {
  'no such order': 'BAD_USER_INPUT',
  '"shop"': 'BAD_USER_INPUT',
  '"junk"': 'BAD_USER_INPUT',
  'no-such-project': 'NOT_FOUND',
};

const FAILURES: Readonly<Partial<Record<DialectName, Failures>>> = {
  'sentry-2023': { recommendedEvent: 'UNSUPPORTED_BY_UPSTREAM' },
  glitchtip: {
    recommendedEvent: 'UNSUPPORTED_BY_UPSTREAM',
    attachments: 'UNSUPPORTED_BY_UPSTREAM',
    'filtered(': 'UNSUPPORTED_BY_UPSTREAM',
    '"user"': 'UNSUPPORTED_BY_UPSTREAM',
    'no such order': 'UNSUPPORTED_BY_UPSTREAM',
    '"junk"': 'UNSUPPORTED_BY_UPSTREAM',
  },
};

/** Those that differ in routes and pages; the others differ from these in bodies. */
const SERVERS: readonly { readonly dialect: DialectName; readonly hasWebApplication?: boolean }[] =
  [
    { dialect: 'sentry-2023' },
    { dialect: 'sentry-2026-09' },
    { dialect: 'glitchtip' },
    { dialect: 'glitchtip', hasWebApplication: false },
  ];

describe.each(SERVERS)('over %j', (server) => {
  const { dialect } = server;
  const failures = { ...EVERYWHERE, ...FAILURES[dialect] };

  test.each(OPERATIONS)('the first operation has its result: %s', async (query) => {
    const [, code] = Object.entries(failures).find(([words]) => query.includes(words)) ?? [];
    await using gateway = await startGateway(server);
    const { data, errors } = await gateway.execute(query);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(code && [code]);
    if (code === undefined) {
      expect(Object.values(data)[0]).toBeTruthy();
    }
  });
});
