import { afterAll, beforeAll, expect, test } from 'vitest';
import { EMBEDDED_ISSUES } from '../../../embedded-sentry/issues-table.ts';
import { startGateway, type TestGateway } from '../../harness/gateway.ts';

const leaf = '{"id":"function","contributes":true,"values":["pay"]}';
const parent = (values: string) => `{"id":"frame","contributes":true,"values":[${values}]}`;
const list = (count: number, item: string) => Array(count).fill(item).join();

function nested(levels: number): string {
  const [start = '', end = ''] = parent('@').split('@');
  return `${start.repeat(levels)}${leaf}${end.repeat(levels)}`;
}

/** A variant that counts for every hash of the event. */
function grouping(component: string, fingerprint: string): string {
  return `{"app":{"contributes":true,"hashMismatch":true,"values":${fingerprint},"component":${component}}}`;
}

let body: string;
let gateway: TestGateway;
let hashes: readonly string[];
beforeAll(async () => {
  gateway = await startGateway({
    intercept: ({ path }) => (path.endsWith('/grouping-info/') ? { status: 200, body } : undefined),
  });
  const { data } = await gateway.execute(`{ ${ISSUE} { hashes(first: 2) { nodes { hash } } } }`);
  hashes = data.issue.hashes.nodes.map(({ hash }: { readonly hash: string }) => hash);
});
afterAll(() => gateway[Symbol.asyncDispose]());

const ISSUE = `issue(organization: "hellboy-meowmeow", id: "${EMBEDDED_ISSUES.main}")`;

test.each([
  ['6,000 values', grouping(parent(list(6_000, leaf)), 'null'), 'values', 5_000],
  ['6,000 frames', grouping(parent(list(6_000, parent(leaf))), 'null'), 'values', 5_000],
  ['components 60 levels deep', grouping(nested(60), 'null'), 'levels', 50],
  ['components 9,000 levels deep', grouping(nested(9_000), 'null'), 'levels', 50],
  ['6,000 values of a fingerprint', grouping('null', `[${list(6_000, '"a"')}]`), 'values', 5_000],
  [
    'a fingerprint that repeats 100 values 100 times',
    grouping(parent(list(100, leaf)), `[${list(100, '"{{ default }}"')}]`),
    'values',
    5_000,
  ],
])('a grouping with %s is an error at its path', async (_name, given, what, limit) => {
  body = given;
  const { data, errors } = await gateway.execute(`{
    ${ISSUE} {
      hashes(first: 1) { nodes { hash grouping { variant { key contributingValues { value } } } } }
      compareHashes(hashes: ${JSON.stringify(hashes)}) { rows { values } }
    }
  }`);
  expect(data).toEqual({
    issue: {
      hashes: { nodes: [{ hash: hashes[0], grouping: { variant: null } }] },
      compareHashes: null,
    },
  });
  const message = `Sentry returned a grouping with more than ${limit} ${what}, which is the limit.`;
  expect(errors?.map((each) => [each.message, each.extensions.code])).toEqual([
    [message, 'UPSTREAM_BAD_RESPONSE'],
    [message, 'UPSTREAM_BAD_RESPONSE'],
  ]);
  expect(gateway.defects).toEqual([]);
});

test('a grouping with 4,900 values, 45 levels deep, is returned', async () => {
  body = grouping(nested(43).replace(leaf, list(4_900, leaf)), 'null');
  const { data, errors } = await gateway.execute(
    `{ ${ISSUE} { hashes(first: 1) { nodes { grouping { variant { contributingValues { value } } } } } } }`,
  );
  expect(errors).toBeUndefined();
  expect(data.issue.hashes.nodes[0].grouping.variant.contributingValues).toHaveLength(4_900);
});
