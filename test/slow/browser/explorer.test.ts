import { readFileSync } from 'node:fs';
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
    await using gateway = await startGateway({ env: EMBEDDED });
    expect(OPERATIONS).toHaveLength(16);
    for (const { document, variables } of OPERATIONS) {
      const { status, data, errors } = await gateway.execute(document, variables);
      expect({ status, errors }, document).toEqual({ status: 200, errors: undefined });
      expect(JSON.stringify(data), document).not.toMatch(/^(\{"\w+":)+null/);
    }
  });
});

const ROOT = new URL('../../../', import.meta.url);
const LINKS = ['README.md', 'docs/grouping.md'].flatMap((document) => {
  const text = readFileSync(new URL(document, ROOT), 'utf8');
  const examples = [...text.matchAll(/```graphql\n([^`]*)```/g)].map(([, body = '']) => body);
  return [...text.matchAll(/\((http:[^)]*\/graphiql\?[^)]*)\)/g)].map(([, link = '']) => {
    const { searchParams } = new URL(link);
    const query = searchParams.get('query') ?? '';
    const variables = JSON.parse(searchParams.get('variables') ?? '{}');
    return { document, query, variables, examples: examples.map(onOneLine) };
  });
});

describe('links to the explorer', () => {
  test.each(LINKS)(
    '$document: the operation is an example, and runs on the demo Sentry',
    async ({ query, variables, examples }) => {
      expect(examples).toContain(onOneLine(query));
      await using gateway = await startGateway();
      expect((await gateway.execute(query, variables)).errors).toBeUndefined();
    },
  );
  test('there are some', () => expect(LINKS.length).toBeGreaterThan(2));
});

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

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

  browserTest('a link opens its operation in a tab beside the examples', async () => {
    await using gateway = await startGateway({ env: EMBEDDED });
    await using browser = await openPage();
    const { page } = browser;
    const link = new URL('/graphiql', gateway.url);
    link.searchParams.set(
      'query',
      'query Linked($n: Int) { issue(organization: "hellboy-meowmeow", id: "1341191803") { hashes(first: $n) { nodes { hash } } } }',
    );
    link.searchParams.set('variables', '{"n":1}');
    await page.goto(link.href);
    await page.getByRole('tab', { name: 'LatestEvents' }).waitFor();
    expect(await page.getByRole('tab', { name: 'Linked' }).getAttribute('aria-selected')).toBe(
      'true',
    );
    await page.locator('.graphiql-editor-tool').getByText('"n"').waitFor();
    await page.getByRole('button', { name: /execute query/i }).click();
    await page.locator('.graphiql-response').getByText(FIRST_HASH).waitFor();
    await page.goto(link.href);
    await page.getByRole('tab', { name: 'Linked' }).waitFor();
    expect(await page.getByRole('tab', { name: 'Linked' }).count()).toBe(1);
  });

  browserTest('tabs keep their variables over a reload', async () => {
    await using gateway = await startGateway({ env: EMBEDDED });
    await using browser = await openPage();
    const { page } = browser;
    const variables = page.locator('.graphiql-editor-tool');
    await page.goto(new URL('/graphiql', gateway.url).href);
    await variables.getByText('"1341191803"').waitFor();
    await page.reload();
    await variables.getByText('"1341191803"').waitFor();
    await page.getByRole('tab', { name: 'HashToIssue' }).click();
    await variables.getByText('"checkout"').waitFor();
    // GraphiQL stores its tabs some time after a change.
    await page.waitForFunction(() => {
      const { tabs, activeTabIndex } = JSON.parse(
        localStorage.getItem('graphiql:tabState') ?? '{}',
      );
      return tabs?.[activeTabIndex]?.query.includes('HashToIssue');
    });
    await page.reload();
    await variables.getByText('"checkout"').waitFor();
    await page.getByRole('tab', { name: 'LatestEvents' }).click();
    await variables.getByText('"1341191803"').waitFor();
  });

  browserTest(
    'on a phone the result is below the operation and as wide as the screen',
    async () => {
      await using gateway = await startGateway({ env: EMBEDDED });
      await using browser = await openPage({ width: 390, height: 844 });
      const { page } = browser;
      await page.goto(new URL('/graphiql', gateway.url).href);
      await page.locator('.graphiql-editor-tool').getByText('"1341191803"').waitFor();
      await page.getByRole('button', { name: /execute query/i }).click();
      // The hash is broken into two lines.
      await page.locator('.graphiql-response').getByText(FIRST_HASH.slice(0, 8)).first().waitFor();
      const result = await page.locator('.graphiql-response').boundingBox();
      expect(result?.width).toBeGreaterThan(350);
      expect(result?.height).toBeGreaterThan(250);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);

      await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
      const documentation = await page.locator('.graphiql-doc-explorer').boundingBox();
      expect(documentation?.width).toBeGreaterThan(350);
      await page.getByRole('button', { name: 'Hide Documentation Explorer' }).click();
      await page.locator('.graphiql-response').waitFor();
      await page.getByRole('button', { name: 'Open settings dialog' }).click();
      const choice = await page.getByRole('button', { name: 'Dark' }).boundingBox();
      expect((choice?.x ?? 390) + (choice?.width ?? 0)).toBeLessThan(352);
    },
  );

  browserTest('the editors follow the colour scheme of the system', async () => {
    await using gateway = await startGateway({ env: EMBEDDED });
    await using browser = await openPage({ colorScheme: 'dark' });
    const { page } = browser;
    await page.goto(new URL('/graphiql', gateway.url).href);
    const editor = page.locator('.graphiql-query-editor .monaco-editor').first();
    await expect.poll(() => editor.getAttribute('class')).toContain('vs-dark');
    await page.emulateMedia({ colorScheme: 'light' });
    await expect.poll(() => editor.getAttribute('class')).not.toContain('vs-dark');
  });

  browserTest('the explorer has a header for the caller’s Sentry token', async () => {
    await using gateway = await startGateway({ signIn: 'passThrough' });
    await using browser = await openPage();
    await browser.page.goto(new URL('/graphiql', gateway.url).href);
    await browser.page.getByText('Bearer YOUR-SENTRY-TOKEN').waitFor();
  });

  browserTest(
    'without the internet /graphql is a page that links to the explorer and to triage',
    async () => {
      await using gateway = await startGateway({ env: EMBEDDED });
      await using browser = await openPage();
      await browser.page.goto(gateway.url);
      await browser.page.getByRole('heading', { name: 'sentry-graphql' }).waitFor();
      expect(await browser.page.title()).toBe('sentry-graphql');
      expect(await browser.page.getByRole('link', { name: '/triage' }).getAttribute('href')).toBe(
        '/triage',
      );
      await browser.page.getByRole('link', { name: '/graphiql' }).click();
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
