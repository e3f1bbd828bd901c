import { describe, expect, test } from 'vitest';
import { ISSUES, type IssueName, startRealGateway } from './real-sentry.ts';
import { readEdges, readPage, readWholeList, type TestedList, walk } from './walks.ts';

const hashesOf = (name: IssueName): TestedList => ({
  parent: `issue(id: "${ISSUES[name].issueId}")`,
  field: 'hashes',
  key: 'hash',
  path: `/organizations/acme/issues/${ISSUES[name].issueId}/hashes/`,
  restKey: 'id',
});
const eventsOf = (name: IssueName): TestedList => ({
  parent: `issue(id: "${ISSUES[name].issueId}")`,
  field: 'events',
  key: 'eventId',
  path: `/organizations/acme/issues/${ISSUES[name].issueId}/events/`,
  restKey: 'eventID',
});
const issuesBy = (sort: string, query = ''): TestedList => ({
  field: 'issues',
  args: `query: "${query}", sort: "${sort}"`,
  key: 'issueId',
  path: `/organizations/acme/issues/?query=${query}&sort=${sort}`,
  restKey: 'id',
});
const PROJECTS: TestedList = {
  field: 'projects',
  key: 'slug',
  path: '/organizations/acme/projects/',
  restKey: 'slug',
};

const LISTS: Readonly<Record<string, TestedList>> = {
  'hashes of an issue': hashesOf('many-hashes'),
  'events of an issue': eventsOf('many-hashes'),
  'issues of an organization by last seen': issuesBy('date'),
  'unresolved issues by first seen': issuesBy('new', 'is:unresolved'),
  'issues by frequency': issuesBy('freq'),
  'issues by users': issuesBy('user'),
  'issues of a project': {
    ...issuesBy('date'),
    parent: 'project(slug: "backend")',
    path: '/organizations/acme/issues/?query=&project=2',
  },
  'projects of an organization': PROJECTS,
};

describe.each(Object.entries(LISTS))('%s', (_name, list) => {
  test.each([
    ['forward', 100],
    ['forward', 25],
    ['backward', 100],
    ['backward', 25],
  ] as const)(
    'come %s in pages of %i, each row once, as Sentry orders them',
    async (direction, size) => {
      await using gateway = await startRealGateway();
      const pages = await walk(gateway, list, direction, size);
      const inOrder = direction === 'forward' ? pages : pages.toReversed();
      expect(inOrder.flatMap(({ keys }) => keys)).toEqual(await readWholeList(list));
      expect(inOrder.map(({ hasPreviousPage }) => hasPreviousPage)).toEqual(
        inOrder.map((_page, index) => index > 0),
      );
      expect(inOrder.map(({ hasNextPage }) => hasNextPage)).toEqual(
        inOrder.map((_page, index) => index < inOrder.length - 1),
      );
    },
  );
});

test.each([
  ['hashes of an issue', hashesOf('python')],
  ['events of an issue', eventsOf('python')],
  ['issues by last seen', issuesBy('date', 'small issue 1')],
  ['issues by users', issuesBy('user', 'small issue 2')],
  ['projects of an organization', PROJECTS],
])('%s: every edge resumes the list in both directions', (_name, list) => resumeAtEveryEdge(list));

// In Sentry, a backward cursor with the value 0 leads to the end of this list (SequencePaginator).
test('issues without users, by users: every edge resumes the list in both directions', () =>
  resumeAtEveryEdge(issuesBy('user', '!has:user')));

/** Also if the edge is from a page of another size. */
async function resumeAtEveryEdge(list: TestedList): Promise<void> {
  await using gateway = await startRealGateway();
  const all = await readWholeList(list);
  const edges = await readEdges(gateway, list, 2);
  expect(edges.map(({ key }) => key)).toEqual(all);
  for (const [index, { cursor }] of edges.entries()) {
    const after = await readPage(gateway, list, { first: 3, after: cursor });
    expect(after.keys).toEqual(all.slice(index + 1, index + 4));
    const before = await readPage(gateway, list, { last: 2, before: cursor });
    expect(before.keys).toEqual(all.slice(Math.max(index - 2, 0), index));
  }
}

// Sentry's cursors contain floats here, such as `1.0000000000000002e-06:30:0`.
test('a list by priority takes one request, and does not change the detected kind of server', async () => {
  await using gateway = await startRealGateway();
  const list = issuesBy('priority');
  const { keys } = await readPage(gateway, list, { first: 100 });
  expect(keys).toEqual(await readWholeList(list));
  expect(gateway.proxy.exchanges).toHaveLength(1);
  const { errors } = await gateway.execute(
    `{ issue(organization: "acme", id: "${ISSUES.python.shortId}") { title } }`,
  );
  expect(errors).toBeUndefined();
});

test('hashes whose newest events share a second are counted', async () => {
  await using gateway = await startRealGateway();
  expect(await readTotal(gateway, hashesOf('tied-hashes'))).toBe(130);
});

// Sentry does not order rows with equal timestamps: its pages repeat some rows and leave out others, which no
// reader can know. See docs/pages.md.
test.each([
  ['hashes whose newest events share a second', hashesOf('tied-hashes'), 130, 50],
  ['events of one second', eventsOf('same-second'), 12, 5],
] as const)(
  '%s are walked to an end, none twice on a page, and a page that holds all has all',
  async (_name, list, total, size) => {
    await using gateway = await startRealGateway();
    const pages = await walk(gateway, list, 'forward', size);
    expect(pages.at(-1)?.hasNextPage).toBe(false);
    const whole = await readPage(gateway, list, { first: 100 });
    for (const { keys } of [...pages, whole]) {
      expect(new Set(keys).size).toBe(keys.length);
    }
    expect(whole.keys).toHaveLength(Math.min(total, 100));
  },
);

test.each([
  ['hashes of an issue', hashesOf('many-hashes'), 140],
  ['hashes of an issue of the issue platform', hashesOf('occurrence'), 0],
  ['issues by last seen', issuesBy('date'), 85],
  ['issues by users', issuesBy('user', 'is:unresolved'), 82],
])('%s are counted', async (_name, list, total) => {
  await using gateway = await startRealGateway();
  expect(await readTotal(gateway, list)).toBe(total);
});

test('an empty list of issues has the count 0', async () => {
  await using gateway = await startRealGateway();
  expect(await readTotal(gateway, issuesBy('date', 'level:fatal nothing'))).toBe(0);
});

async function readTotal(
  gateway: Awaited<ReturnType<typeof startRealGateway>>,
  { parent, field, args }: TestedList,
): Promise<number | null> {
  const list = `list: ${field}(first: 10${args ? `, ${args}` : ''}) { totalCount }`;
  const { data, errors } = await gateway.execute(
    `{ organization(slug: "acme") { ${parent ? `parent: ${parent} { ${list} }` : list} } }`,
  );
  expect(errors).toBeUndefined();
  return (parent ? data.organization.parent : data.organization).list.totalCount;
}
