import { auditServer } from 'graphql-http';
import { expect, test } from 'vitest';
import { startGateway } from '../../harness/gateway.ts';

test('the gateway follows every MUST and SHOULD of GraphQL over HTTP', async () => {
  await using gateway = await startGateway();
  const results = await auditServer({ url: gateway.url, fetchFn: fetchWithPreflight });
  const failed = results.filter(({ status }) => status !== 'ok');
  expect(results.length).toBeGreaterThan(60);
  expect(failed.map(({ name }) => name)).toEqual([]);
});

/** Without this header, the prevention of cross-site request forgery refuses GET requests. */
function fetchWithPreflight(url: string, init: RequestInit = {}): Promise<Response> {
  return fetch(url, { ...init, headers: { ...init.headers, 'apollo-require-preflight': 'true' } });
}
