import { expect, test } from 'vitest';
import { DOCUMENTATION_SAMPLE } from '../../../embedded-sentry/documentation-sample.ts';
import { startGateway } from '../../harness/gateway.ts';

const { latestEvent } = DOCUMENTATION_SAMPLE;
const [ODD, WHOLE] = ['0'.repeat(32), '1'.repeat(32)] as const;
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

/** The sample's page of hashes; `metadata` and `packages` of its first event are `value`. */
function pageWith(value: string): string {
  const row = (id: string, event: object) => ({ id, latestEvent: event });
  const odd = { ...latestEvent, metadata: '@', packages: '@' };
  return JSON.stringify([row(ODD, odd), row(WHOLE, latestEvent)]).replaceAll('"@"', value);
}

const HASHES = `{
  issue(organization: "hellboy-meowmeow", id: "1341191803") {
    hashes(first: 2) { nodes { hash latestEvent { title metadata packages } } }
  }
  other: organization(slug: "hellboy-meowmeow") { slug }
}`;

test.each(['projected', 'graphql-js'])(
  'a value nested 20,000 levels deep is an error at its own path with %s, and other fields keep their values',
  async (execution) => {
    await using gateway = await startGateway({
      env: { EXECUTION: execution },
      intercept: ({ path }) =>
        path.endsWith('/hashes/') ? { status: 200, body: pageWith(nested(20_000)) } : undefined,
    });
    for (let times = 0; times < 2; times += 1) {
      const { status, data, errors } = await gateway.execute(HASHES);
      expect(status).toBe(200);
      const { title, metadata, packages } = latestEvent;
      expect(data).toEqual({
        issue: {
          hashes: {
            nodes: [
              { hash: ODD, latestEvent: { title, metadata: null, packages: null } },
              { hash: WHOLE, latestEvent: { title, metadata, packages } },
            ],
          },
        },
        other: { slug: 'hellboy-meowmeow' },
      });
      expect(errors?.map(({ path, extensions }) => [path?.join('.'), extensions.code])).toEqual([
        ['issue.hashes.nodes.0.latestEvent.metadata', 'UPSTREAM_BAD_RESPONSE'],
        ['issue.hashes.nodes.0.latestEvent.packages', 'UPSTREAM_BAD_RESPONSE'],
      ]);
    }
  },
);

test('a value nested 100 levels deep is returned unchanged', async () => {
  await using gateway = await startGateway({
    intercept: ({ path }) =>
      path.endsWith('/hashes/') ? { status: 200, body: pageWith(nested(100)) } : undefined,
  });
  const { data, errors } = await gateway.execute(HASHES);
  expect(errors).toBeUndefined();
  expect(JSON.stringify(data.issue.hashes.nodes[0].latestEvent.metadata)).toBe(nested(100));
});
