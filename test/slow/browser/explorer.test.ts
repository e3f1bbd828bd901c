import { beforeAll, describe, expect, test } from 'vitest';
import { createTour, EMBEDDED_NAMES } from '../../../src/http/pages/example-operations.ts';
import { browserTest, buildPages, openPage } from '../../harness/browser.ts';
import { startGateway } from '../../harness/gateway.ts';

const TOUR = createTour(EMBEDDED_NAMES);
const KEY = 'a-key-of-some-length-for-everybody-0123456789';
const FIRST_HASH = '9999aaaaca8b46d797c23c6077c6ff01';
/** As the gateway is started by who has no Sentry. */
const EMBEDDED = { SENTRY_URL: '', SENTRY_AUTH_TOKEN: '' };

describe('the tour', () => {
  test('every operation answers on the embedded Sentry as it stands', async () => {
    await using gateway = await startGateway();
    expect(TOUR).toHaveLength(5);
    for (const { document, variables } of TOUR) {
      const { status, data, errors } = await gateway.execute(document, variables);
      expect({ status, errors }, document).toEqual({ status: 200, errors: undefined });
      expect(JSON.stringify(data), document).not.toMatch(/^(\{"\w+":)+null/);
    }
  });
});

describe('in a browser', () => {
  beforeAll(buildPages);

  browserTest('the bundled explorer works with no internet', async () => {
    await using gateway = await startGateway({ env: EMBEDDED });
    await using browser = await openPage();
    const { page } = browser;
    await page.goto(new URL('/graphiql', gateway.url).href);
    await page.locator('.graphiql-query-editor').getByText('latestEvent').waitFor();
    await page.locator('.graphiql-editor-tool').getByText('hellboy-meowmeow').waitFor();
    await page.getByRole('button', { name: /execute query/i }).click();
    await page.locator('.graphiql-response').getByText(FIRST_HASH).waitFor();

    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    await page.getByRole('combobox').first().fill('hashes');
    await page.getByRole('option', { name: 'Issue.hashes', exact: true }).click();
    await page.getByText('A page costs one request').waitFor();

    expect(browser.requestsAway).toEqual([]);
    expect(browser.troubles).toEqual([]);
  });

  browserTest('where callers bring their token, the explorer has a header for it', async () => {
    await using gateway = await startGateway({ signIn: 'passThrough' });
    await using browser = await openPage();
    await browser.page.goto(new URL('/graphiql', gateway.url).href);
    await browser.page.getByText('Bearer YOUR-SENTRY-TOKEN').waitFor();
  });

  browserTest('Apollo Sandbox that cannot be loaded points at the bundled explorer', async () => {
    await using gateway = await startGateway({ env: EMBEDDED });
    await using browser = await openPage();
    await browser.page.goto(gateway.url);
    await browser.page.getByRole('link', { name: 'bundled explorer' }).click();
    await browser.page.getByText('NewestEvents').first().waitFor();
    expect(browser.requestsAway).toContainEqual(
      expect.stringMatching(/^https:\/\/embeddable-sandbox\.cdn\.apollographql\.com\//),
    );
  });
});

describe('what a browser is shown', () => {
  beforeAll(buildPages);

  test('Sandbox is filled in with the first operation of the tour and the token to bring', async () => {
    await using gateway = await startGateway({ signIn: 'passThrough' });
    const html = await (await open(gateway.url)).text();
    expect(html).toContain('query NewestEvents');
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
    [{ ROUTER_SECRET: KEY }, 'serviceToken', { 'x-router-authorization': 'THE-ROUTER-SECRET' }],
  ] as const)('with %j and %s, the headers to fill in are %j', async (env, signIn, headers) => {
    await using gateway = await startGateway({ env, signIn });
    const html = await (await fetch(new URL('/graphiql', gateway.url))).text();
    const settings = /id="settings">([^<]*)/.exec(html)?.[1] ?? '';
    expect(JSON.parse(settings).headers).toEqual(headers);
    expect(html).not.toContain(KEY);
  });

  test('EXPLORER=graphiql sends a browser on to the bundled explorer', async () => {
    await using gateway = await startGateway({ env: { EXPLORER: 'graphiql' } });
    const response = await open(gateway.url);
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toBe('/graphiql');
  });

  test.each([
    ['EXPLORER=off', { EXPLORER: 'off' }],
    ['production', { NODE_ENV: 'production' }],
  ])('with %s there is no page, and operations are answered', async (_name, env) => {
    await using gateway = await startGateway({ env });
    expect((await open(gateway.url)).status).toBe(400);
    expect((await open(new URL('/graphiql', gateway.url).href)).status).toBe(404);
    expect((await gateway.execute('{ __typename }')).data).toEqual({ __typename: 'Query' });
  });
});

/** Opens the address as a browser does, without following redirects. */
function open(url: string): Promise<Response> {
  return fetch(url, { headers: { accept: 'text/html,*/*;q=0.8' }, redirect: 'manual' });
}
