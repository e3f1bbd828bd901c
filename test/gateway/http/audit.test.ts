import { auditServer } from 'graphql-http';
import { expect, test } from 'vitest';
import { startGateway } from '../../harness/gateway.ts';

/**
 * Where Apollo Server does not follow a SHOULD of the specification: a request that cannot be executed is
 * answered 400 with the legacy `application/json` too, instead of 200.
 */
const OTHERWISE: readonly string[] = [
  'SHOULD use 200 status code on document parsing failure when accepting application/json',
  'SHOULD use 200 status code on document validation failure when accepting application/json',
  'SHOULD use a status code of 200 on variable coercion failure when accepting application/json',
];

test('the gateway follows every MUST and SHOULD of GraphQL over HTTP except for the listed ones', async () => {
  await using gateway = await startGateway();
  const results = await auditServer({ url: gateway.url, fetchFn: fetchWithPreflight });
  const failed = results.filter(({ status }) => status !== 'ok');
  expect(results.length).toBeGreaterThan(60);
  expect(failed.map(({ name }) => name)).toEqual(OTHERWISE);
});

/** Without this header, the prevention of cross-site request forgery refuses GET requests. */
function fetchWithPreflight(url: string, init: RequestInit = {}): Promise<Response> {
  return fetch(url, { ...init, headers: { ...init.headers, 'apollo-require-preflight': 'true' } });
}
