import { expect, test } from 'vitest';
import { EMBEDDED_ISSUES } from '../../embedded-sentry/issues-table.ts';
import { startGateway } from '../harness/gateway.ts';

const issue = (id: string) => `issue(organization: "hellboy-meowmeow", id: "${id}")`;
const ORGANIZATION = 'organization(slug: "hellboy-meowmeow")';

interface Edge {
  readonly cursor: string;
  readonly node: { readonly name: string };
}

/*
 * Relay's rule (section 4.4): `before` bounds the rest of the list after `after`. A `before` outside of
 * that rest has no effect.
 */
test.each([
  ['sentry-2026', 'hashes', issue(EMBEDDED_ISSUES.hundred), 'hash'],
  ['sentry-2026', 'events', issue(EMBEDDED_ISSUES.python), 'eventId'],
  ['sentry-2026', 'issues', ORGANIZATION, 'issueId'],
  ['sentry-2026', 'projects', ORGANIZATION, 'slug'],
  ['glitchtip', 'hashes', issue(EMBEDDED_ISSUES.hundred), 'hash'],
  ['glitchtip', 'issues', ORGANIZATION, 'issueId'],
] as const)(
  'on %s, a `before` of %s that is not behind `after` has no effect',
  async (dialect, list, parent, name) => {
    await using gateway = await startGateway({ dialect });
    const read = async (args: string): Promise<readonly Edge[]> => {
      const { data, errors } = await gateway.execute(
        `{ parent: ${parent} { list: ${list}(${args} ${dialect === 'glitchtip' && list === 'issues' ? 'sort: "first_seen"' : ''}) { edges { cursor node { name: ${name} } } } } }`,
      );
      expect(errors).toBeUndefined();
      return data.parent.list.edges;
    };
    const names = (edges: readonly Edge[]) => edges.map(({ node }) => node.name);

    // Edges of two pages, as of a client that pages further.
    const first = await read('first: 2');
    const second = await read(`first: 2, after: "${first[1]?.cursor}"`);
    const edges = [...first, ...second];
    const all = names([...(await read('last: 100'))]);
    expect(all.slice(0, 4)).toEqual(names(edges));
    for (const [a, b] of [
      [3, 1],
      [3, 0],
      [2, 2],
      [1, 0],
      [3, 2],
    ] as const) {
      const bounds = `after: "${edges[a]?.cursor}", before: "${edges[b]?.cursor}"`;
      const rest = all.slice(a + 1);
      expect(names(await read(`first: 2, ${bounds}`))).toEqual(rest.slice(0, 2));
      expect(names(await read(`last: 2, ${bounds}`))).toEqual(rest.slice(-2));
    }
    for (const [a, b] of [
      [0, 3],
      [0, 2],
      [1, 2],
    ] as const) {
      const bounds = `after: "${edges[a]?.cursor}", before: "${edges[b]?.cursor}"`;
      const between = all.slice(a + 1, b);
      expect(names(await read(`first: 2, ${bounds}`))).toEqual(between.slice(0, 2));
      expect(names(await read(`last: 1, ${bounds}`))).toEqual(between.slice(-1));
    }
  },
);
