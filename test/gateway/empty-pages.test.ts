import { expect, test } from 'vitest';
import type { RecordedRequest } from '../../embedded-sentry/server.ts';
import { startGateway, type TestGateway } from '../harness/gateway.ts';

/** The first row of a page, by its Sentry cursor. */
const startOf = ({ query }: RecordedRequest) => Number(query.get('cursor')?.split(':')[1] ?? 0);

/** A list with three rows, each after `gap` missing rows; pages have at most two rows. */
function sparseList(gap: number) {
  const places = Array.from({ length: 3 }, (_, row) => [
    ...Array(gap).fill(null),
    `r${row}`,
  ]).flat();
  return (request: RecordedRequest) => {
    const [, list] = /\/(hashes|events|issues)\/$/.exec(request.path) ?? [];
    if (list === undefined) {
      return undefined;
    }
    const start = startOf(request);
    const limit = Math.min(2, Number(request.query.get('per_page') ?? request.query.get('limit')));
    const rows = places
      .slice(start, start + limit)
      .filter((name) => name !== null)
      .map((name) => ({ id: name, eventID: name, title: name }));
    const link = (rel: string, offset: number, results: boolean) =>
      `<https://sentry.io/?cursor=0:${offset}:0>; rel="${rel}"; results="${results}"; cursor="0:${offset}:0"`;
    return {
      status: 200,
      headers: {
        link: `${link('previous', Math.max(0, start - limit), start > 0)}, ${link('next', start + limit, start + limit < places.length)}`,
      },
      body: JSON.stringify(rows),
    };
  };
}

const LISTS = {
  hashes: ['issue(organization: "o", id: "12")', 'hashes', 'hash'],
  events: ['issue(organization: "o", id: "12")', 'events', 'eventId'],
  issues: ['organization(slug: "o")', 'issues', 'title'],
} as const;

async function walk(gateway: TestGateway, list: keyof typeof LISTS) {
  const [parent, field, name] = LISTS[list];
  const names: string[] = [];
  for (let after: string | null = null; ; ) {
    const { data, errors } = await gateway.execute(
      `query ($after: String) { parent: ${parent} { list: ${field}(first: 1, after: $after) {
        nodes { name: ${name} } pageInfo { hasNextPage endCursor } } } }`,
      { after },
    );
    if (errors) {
      return { names, errors };
    }
    const { nodes, pageInfo } = data.parent.list;
    names.push(...nodes.map((node: { name: string }) => node.name));
    if (!pageInfo.hasNextPage) {
      return { names, errors: undefined };
    }
    expect(pageInfo.endCursor).not.toBeNull();
    after = pageInfo.endCursor;
  }
}

test.each(['hashes', 'events', 'issues'] as const)(
  'empty pages of %s are skipped where Sentry says that more rows follow',
  async (list) => {
    await using gateway = await startGateway({ intercept: sparseList(5) });
    expect(await walk(gateway, list)).toEqual({ names: ['r0', 'r1', 'r2'], errors: undefined });
  },
);

test.each(['hashes', 'events', 'issues'] as const)(
  'a connection of %s is an error where ten pages in a row are empty',
  async (list) => {
    await using gateway = await startGateway({ intercept: sparseList(50) });
    const { names, errors } = await walk(gateway, list);
    expect(names).toEqual([]);
    expect(errors?.map(({ message, path, extensions: { code } }) => [message, path, code])).toEqual(
      [
        [
          'The server returned 11 empty pages in a row, each with a link to more rows.',
          ['parent', 'list'],
          'UPSTREAM_BAD_RESPONSE',
        ],
      ],
    );
    expect(gateway.upstream.requests.length).toBeLessThanOrEqual(12);
  },
);

test('the last events of a list with empty pages are the last ones', async () => {
  await using gateway = await startGateway({ intercept: sparseList(5) });
  const { data, errors } = await gateway.execute(
    '{ issue(organization: "o", id: "12") { events(last: 2) { nodes { eventId } } } }',
  );
  expect(errors).toBeUndefined();
  expect(data.issue.events.nodes).toEqual([{ eventId: 'r1' }, { eventId: 'r2' }]);
});
