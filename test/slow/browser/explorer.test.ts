import { beforeAll, describe, expect, test } from 'vitest';
import { createExampleOperations, DEMO_NAMES } from '../../../src/http/pages/example-operations.ts';
import { browserTest, buildPages, openPage } from '../../harness/browser.ts';
import { startGateway } from '../../harness/gateway.ts';

const OPERATIONS = createExampleOperations(DEMO_NAMES);
const KEY = 'a-key-of-some-length-for-everybody-0123456789';
const FIRST_HASH = '9999aaaaca8b46d797c23c6077c6ff01';
/** No Sentry server is set. */
const EMBEDDED = { SENTRY_URL: '', SENTRY_AUTH_TOKEN: '' };

describe('the example operations', () => {
  test('each runs unchanged on the demo Sentry', async () => {
    await using gateway = await startGateway();
    expect(OPERATIONS).toHaveLength(8);
    for (const { document, variables } of OPERATIONS) {
      const { status, data, errors } = await gateway.execute(document, variables);
      expect({ status, errors }, document).toEqual({ status: 200, errors: undefined });
      expect(JSON.stringify(data), document).not.toMatch(/^(\{"\w+":)+null/);
    }
  });
});

describe('in a browser', () => {
  beforeAll(buildPages);

  browserTest('the bundled explorer works offline', async () => {
    await using gateway = await startGateway({ env: EMBEDDED });
    await using browser = await openPage();
    const { page } = browser;
    await page.goto(new URL('/graphiql', gateway.url).href);
    await page
      .locator('.graphiql-query-editor')
      .getByText('latestEvent', { exact: true })
      .waitFor();
    await page.locator('.graphiql-editor-tool').getByText('hellboy-meowmeow').waitFor();
    await page.getByRole('button', { name: /execute query/i }).click();
    await page.locator('.graphiql-response').getByText(FIRST_HASH).waitFor();

    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    await page.getByRole('combobox').first().fill('hashes');
    await page.getByRole('option', { name: 'Issue.hashes', exact: true }).click();
    await page.getByText('A page costs one request').waitFor();

    expect(browser.requestsAway).toEqual([]);
    expect(browser.pageErrors).toEqual([]);
  });

  browserTest('the explorer has a header for the caller’s Sentry token', async () => {
    await using gateway = await startGateway({ signIn: 'passThrough' });
    await using browser = await openPage();
    await browser.page.goto(new URL('/graphiql', gateway.url).href);
    await browser.page.getByText('Bearer YOUR-SENTRY-TOKEN').waitFor();
  });

  browserTest(
    'the page of Apollo Sandbox links to the bundled explorer if Sandbox cannot be loaded',
    async () => {
      await using gateway = await startGateway({ env: EMBEDDED });
      await using browser = await openPage();
      await browser.page.goto(gateway.url);
      await browser.page.getByRole('link', { name: 'bundled explorer' }).click();
      await browser.page.getByText('LatestEvents').first().waitFor();
      expect(browser.requestsAway).toContainEqual(
        expect.stringMatching(/^https:\/\/embeddable-sandbox\.cdn\.apollographql\.com\//),
      );
    },
  );
});

describe('pages for a browser', () => {
  beforeAll(buildPages);

  test('Sandbox contains the first example operation and a placeholder for the token', async () => {
    await using gateway = await startGateway({ signIn: 'passThrough' });
    const html = await (await open(gateway.url)).text();
    expect(html).toContain('query LatestEvents');
    expect(html).toContain('"organization":"YOUR-ORGANIZATION"');
    expect(html).toContain('"authorization":"Bearer YOUR-SENTRY-TOKEN"');
    expect(html).toMatch(/Content-Security-Policy" content="script-src 'self' 'nonce-\w+'/);
  });

  test.each([
    [{}, 'serviceToken', null],
    [{ GATEWAY_API_KEYS: KEY }, 'serviceToken', { 'x-api-key': 'YOUR-API-KEY' }],
    [
      { GATEWAY_API_KEYS: KEY },
      'passThrough',
      { authorization: 'Bearer YOUR-SENTRY-TOKEN', 'x-api-key': 'YOUR-API-KEY' },
    ],
    [{ ROUTER_SECRET: KEY }, 'serviceToken', { 'x-router-authorization': 'YOUR-ROUTER-SECRET' }],
  ] as const)('with %j and %s, the example headers are %j', async (env, signIn, headers) => {
    await using gateway = await startGateway({ env, signIn });
    const html = await (await fetch(new URL('/graphiql', gateway.url))).text();
    const settings = /id="settings">([^<]*)/.exec(html)?.[1] ?? '';
    expect(JSON.parse(settings).headers).toEqual(headers);
    expect(html).not.toContain(KEY);
  });

  test('EXPLORER=graphiql redirects a browser to the bundled explorer', async () => {
    await using gateway = await startGateway({ env: { EXPLORER: 'graphiql' } });
    const response = await open(gateway.url);
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toBe('/graphiql');
  });

  test.each([
    ['EXPLORER=off', { EXPLORER: 'off' }],
    ['production', { NODE_ENV: 'production' }],
  ])('with %s no page is served, and operations work', async (_name, env) => {
    await using gateway = await startGateway({ env });
    expect((await open(gateway.url)).status).toBe(400);
    expect((await open(new URL('/graphiql', gateway.url).href)).status).toBe(404);
    expect((await gateway.execute('{ __typename }')).data).toEqual({ __typename: 'Query' });
  });
});

/** Requests the URL like a browser, without following redirects. */
function open(url: string): Promise<Response> {
  return fetch(url, { headers: { accept: 'text/html,*/*;q=0.8' }, redirect: 'manual' });
}
