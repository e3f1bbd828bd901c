import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { encodeGlobalId } from '../../../src/global-id.ts';
import { startGateway, startGatewayOver } from '../../harness/gateway.ts';

test('a request that an answered operation no longer needs is cancelled', async () => {
  const held: ServerResponse[] = [];
  const server = createServer((request, response) => {
    if (request.url?.includes('/events/latest/')) {
      held.push(response);
    } else {
      response.writeHead(404, { 'content-type': 'application/json' });
      response.end('{"detail":"The requested resource does not exist"}');
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  {
    await using gateway = await startGatewayOver({
      SENTRY_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      SENTRY_AUTH_TOKEN: 'token',
    });
    const { data, errors } = await gateway.execute(
      '{ issue(organization: "acme", id: "1") { title latestEvent { title } } }',
    );
    expect(data.issue).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    await expect.poll(() => held.map((response) => response.destroyed)).toEqual([true]);
  }
  server.close();
});

test('an operation that waits for many responses at once causes no warning of Node', async () => {
  const warnings: Error[] = [];
  const collect = (warning: Error) => warnings.push(warning);
  process.on('warning', collect);
  try {
    await using gateway = await startGateway();
    const ids = Array.from({ length: 24 }, (_, index) =>
      encodeGlobalId('Issue', 'hellboy-meowmeow', `${1341190000 + index}`),
    );
    await gateway.execute(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Issue { hashes(first: 1) { nodes { hash } } } } }',
      { ids },
    );
    expect(gateway.upstream.requests).toHaveLength(24);
  } finally {
    process.off('warning', collect);
  }
  expect(warnings).toEqual([]);
});
