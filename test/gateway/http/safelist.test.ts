import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readConfig } from '../../../src/config/config.ts';
import { startGateway } from '../../harness/gateway.ts';

const KNOWN = 'query Known { __typename }';
const OTHER = 'query Other { __typename }';
const folder = mkdtempSync(join(tmpdir(), 'safelist-'));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const RELAY = fileOf('relay.json', { a1b2c3: KNOWN });
const APOLLO = fileOf('apollo.json', {
  format: 'apollo-persisted-query-manifest',
  version: 1,
  operations: [{ id: 'a1b2c3', name: 'Known', type: 'query', body: KNOWN }],
});

async function post(url: string, body: object) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, ...(await response.json()) };
}

const byId = (sha256Hash: string) => ({
  extensions: { persistedQuery: { version: 1, sha256Hash } },
});

test.each([RELAY, APOLLO])('an operation in the file can be sent by its ID: %s', async (file) => {
  await using gateway = await startGateway({ env: { SAFELIST_FILE: file } });
  expect(await post(gateway.url, byId('a1b2c3'))).toMatchObject({ data: { __typename: 'Query' } });
  expect(await post(gateway.url, { query: OTHER })).toMatchObject({ status: 200 });
});

test('SAFELIST=only accepts only operations in the file, by ID or by text', async () => {
  await using gateway = await startGateway({ env: { SAFELIST_FILE: RELAY, SAFELIST: 'only' } });
  const answered = { status: 200, data: { __typename: 'Query' } };
  expect(await post(gateway.url, byId('a1b2c3'))).toMatchObject(answered);
  expect(await post(gateway.url, { query: KNOWN })).toMatchObject(answered);

  const refused = { status: 403, errors: [{ extensions: { code: 'OPERATION_NOT_SAFELISTED' } }] };
  expect(await post(gateway.url, { query: OTHER })).toMatchObject(refused);
  expect(await post(gateway.url, { query: `${KNOWN} ` })).toMatchObject(refused);
  expect(await post(gateway.url, { query: '{ no such' })).toMatchObject(refused);
  for (const key of ['query', '%71uery', `query=${encodeURIComponent(KNOWN)}&query`]) {
    const response = await fetch(`${gateway.url}?${key}=${encodeURIComponent(OTHER)}`, {
      headers: { 'apollo-require-preflight': 'true' },
    });
    expect(response.status, key).toBe(403);
  }
  expect(await post(gateway.url, byId('unknown'))).toMatchObject({
    errors: [{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }],
  });
});

test.each([
  ['no JSON', { SAFELIST_FILE: fileOf('text.json', 'query { a }') }, /a file with other content/],
  ['a list', { SAFELIST_FILE: fileOf('list.json', [KNOWN]) }, /a file with other content/],
  ['numbers', { SAFELIST_FILE: fileOf('numbers.json', { a: 1 }) }, /a file with other content/],
  [
    'another format',
    { SAFELIST_FILE: fileOf('f.json', { format: 'x' }) },
    /a file with other content/,
  ],
  ['no file', { SAFELIST_FILE: join(folder, 'none.json') }, /does not exist/],
  ['no list', { SAFELIST: 'only' }, /SAFELIST_FILE/],
])('a safelist that is %s aborts startup', (_what, env, sentence) => {
  expect(() => readConfig(env)).toThrow(sentence);
});
