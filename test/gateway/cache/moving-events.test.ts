import { expect, test } from 'vitest';
import { startGateway } from '../../harness/gateway.ts';

const MAIN = '1341191803';

test('an event body that was read during an unmerge is not cached for its old issue', async () => {
  let hasMoved = false;
  await using gateway = await startGateway({
    // Lists expire at once; event bodies stay cached.
    env: { CACHE: 'on', CACHE_TTL_MS: '0', CACHE_STALE_MS: '0' },
    unmergeDelayMs: 3_600_000,
    intercept({ path }) {
      if (!hasMoved || !path.includes('/events/')) {
        return undefined;
      }
      return path.endsWith('/events/')
        ? { status: 200, body: '[]' }
        : { status: 404, body: '{"detail":"Event not found"}' };
    },
  });
  const { data } = await gateway.execute(
    `{ issue(organization: "hellboy-meowmeow", id: "${MAIN}") { id hashes(first: 1) { nodes { hash latestEvent { eventId } } } } }`,
  );
  const [{ hash, latestEvent }] = data.issue.hashes.nodes;
  await gateway.execute(
    'mutation ($issue: ID!, $hash: String!) { unmergeIssueHashes(input: { issue: $issue, hashes: [$hash] }) { accepted } }',
    { issue: data.issue.id, hash },
  );
  const read = async () => {
    const answer = await gateway.execute(
      `{ issue(organization: "hellboy-meowmeow", id: "${MAIN}") { event(id: "${latestEvent.eventId}") { size } } }`,
    );
    expect(answer.errors).toBeUndefined();
    return answer.data.issue.event;
  };
  // Sentry has accepted the unmerge but not carried it out: the event is still in its old issue.
  expect(await read()).not.toBeNull();
  hasMoved = true;
  expect(await read()).toBeNull();
});
