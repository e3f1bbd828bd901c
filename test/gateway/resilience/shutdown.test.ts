import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { encodeGlobalId } from '../../../src/global-id.ts';
import { startGatewayOver } from '../../harness/gateway.ts';

const CHANGE = {
  query:
    'mutation ($issue: ID!) { updateIssue(input: { issue: $issue, isBookmarked: true }) { clientMutationId } }',
  variables: { issue: encodeGlobalId('Issue', 'acme', '1') },
};
const ISSUE = JSON.stringify({ id: '1', isBookmarked: true, project: { id: '1', slug: 'web' } });

/** A gateway with a server that does not answer changes until they are released. */
async function startWithHeldChanges(env: Record<string, string> = {}) {
  const held: ServerResponse[] = [];
  const server = createServer((request, response) => {
    if (request.method === 'PUT') {
      held.push(response);
      server.emit('change');
    } else {
      response.end(ISSUE);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const arrived = once(server, 'change');
  const gateway = await startGatewayOver({
    SENTRY_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    SENTRY_AUTH_TOKEN: 'token',
    ...env,
  });
  return {
    gateway,
    arrived,
    server,
    async [Symbol.asyncDispose]() {
      await gateway[Symbol.asyncDispose]();
      server.closeAllConnections();
      server.close();
    },
    /** Whether the gateway still waits for the response to the change. */
    isWaiting: () => held.some((response) => !response.destroyed),
    release: () => held.map((response) => response.end(ISSUE)),
  };
}

test.each(['its client has left', 'its deadline has passed'])(
  'a mutation that is in progress at shutdown continues, although %s',
  async (reason) => {
    const hasLeft = reason === 'its client has left';
    await using world = await startWithHeldChanges(hasLeft ? {} : { OPERATION_TIMEOUT_MS: '2000' });
    const client = new AbortController();
    const answered = fetch(world.gateway.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(CHANGE),
      signal: client.signal,
    }).catch(() => undefined);
    await world.arrived;
    if (hasLeft) {
      client.abort();
    }
    await answered;
    let hasStopped = false;
    const stopped = world.gateway[Symbol.asyncDispose]().then(() => {
      hasStopped = true;
    });
    // The gateway's own connections are closed by then, so only the change delays the shutdown.
    await expect.poll(() => fetch(world.gateway.url).catch(() => 'refused')).toBe('refused');
    for (let turn = 0; turn < 100; turn += 1) {
      await new Promise(setImmediate);
    }
    expect([hasStopped, world.isWaiting()]).toEqual([false, true]);
    world.release();
    await stopped;
  },
);

test('a mutation that takes longer than SHUTDOWN_GRACE_MS is aborted', async () => {
  await using world = await startWithHeldChanges({
    OPERATION_TIMEOUT_MS: '2000',
    SHUTDOWN_GRACE_MS: '200',
  });
  await world.gateway.execute(CHANGE.query, CHANGE.variables);
  expect(world.isWaiting()).toBe(true);
  await world.gateway[Symbol.asyncDispose]();
  await expect.poll(() => world.isWaiting()).toBe(false);
});
