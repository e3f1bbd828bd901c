import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { createDataset } from '../../../embedded-sentry/dataset.ts';
import { EMBEDDED_ISSUES } from '../../../embedded-sentry/issues-table.ts';
import { TOKENS } from '../../../embedded-sentry/tokens.ts';
import { browserTest, buildPages, openPage, type TestPageOptions } from '../../harness/browser.ts';
import { startGateway, type TestGateway, type TestGatewayOptions } from '../../harness/gateway.ts';

beforeAll(buildPages);

const { main, thousand, empty, python } = EMBEDDED_ISSUES;

/** The demo Sentry carries out an unmerge after a delay. */
async function openTriage(
  issue: string,
  { browser = {}, ...options }: TestGatewayOptions & { readonly browser?: TestPageOptions } = {},
) {
  const gateway = await startGateway({
    dataset: createDataset({ unmergeDelayMs: 1_500 }),
    ...options,
  });
  const opened = await openPage(browser);
  await opened.page.goto(
    new URL(`/triage?organization=hellboy-meowmeow&issue=${issue}`, gateway.url).href,
  );
  return {
    ...opened,
    gateway,
    async [Symbol.asyncDispose]() {
      await opened[Symbol.asyncDispose]();
      await gateway[Symbol.asyncDispose]();
    },
  };
}

const grid = (page: Page) => page.getByRole('treegrid', { name: 'Hashes of the issue' });
const seen = (page: Page, text: string) => page.getByText(text, { exact: true }).waitFor();

/** Scrolls with the keyboard until the whole list is loaded. */
async function loadAll(page: Page, count: string): Promise<void> {
  await grid(page).focus();
  await expect
    .poll(
      async () => {
        await page.keyboard.press('End');
        return page.getByRole('search').getByRole('status').textContent();
      },
      { timeout: 30_000 },
    )
    .toBe(`${count} hashes`);
}

function unmerged({ upstream }: TestGateway): readonly (readonly string[])[] {
  return upstream.requests
    .filter(({ method }) => method === 'PUT')
    .map(({ query }) => query.getAll('id'));
}

browserTest('filter, group, select, compare and unmerge the hashes of an issue', async () => {
  await using triage = await openTriage(main);
  const { page, gateway } = triage;
  await seen(page, '50 of 250 hashes loaded');
  await loadAll(page, '250');

  await page.getByRole('combobox', { name: 'Platform' }).selectOption('python');
  await page.getByText(/^\d+ match · 250 hashes$/).waitFor();
  await page.getByRole('searchbox', { name: 'Filter' }).fill('export_members');
  await page.getByText(/^\d+ match · 250 hashes$/).waitFor();
  const matches = await grid(page).getByRole('row').filter({ hasText: 'PermissionDenied' }).count();
  expect(matches).toBeGreaterThan(1);
  await page.getByRole('searchbox', { name: 'Filter' }).fill('nothing is called that');
  await page.getByRole('button', { name: 'Clear the filter' }).click();
  await seen(page, '250 hashes');

  await page.getByRole('combobox', { name: 'Group by' }).selectOption('topFrame');
  const group = grid(page).getByRole('row', { name: /handleForbidden · errors\.ts/ });
  await group.waitFor();
  expect(await group.getAttribute('aria-expanded')).toBe('true');
  await grid(page).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowLeft');
  expect(await group.getAttribute('aria-expanded')).toBe('false');
  await page.getByRole('combobox', { name: 'Group by' }).selectOption('none');

  await grid(page).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  for (const key of ['Space', 'ArrowDown', 'Space', 'ArrowDown', 'ArrowDown', 'Space']) {
    await page.keyboard.press(key);
  }
  await page.getByRole('region', { name: 'Selected hashes' }).getByText('3 selected').waitFor();

  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: '3 stack traces compared' });
  await dialog.getByText(/^\d frames? equal, \d different\.$/).waitFor();
  await expect.poll(() => dialog.locator('td[data-mark=odd]').count()).toBeGreaterThan(0);
  const rows = await dialog.getByRole('rowheader').count();
  await dialog.getByLabel('Only differences').check();
  expect(await dialog.getByRole('rowheader').count()).toBeLessThan(rows);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });

  await page.getByRole('button', { name: 'Unmerge …' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Unmerge 3' }).click();
  await page.getByText('Unmerging …').first().waitFor();
  await seen(page, '3 hashes moved to a new issue.');
  await seen(page, '247 hashes');
  const [taken = []] = unmerged(gateway);
  expect(taken).toHaveLength(3);
  for (const hash of taken) {
    expect(await grid(page).getByText(hash.slice(0, 12)).count()).toBe(0);
  }
  expect(triage.pageErrors).toEqual([]);
  expect(triage.requestsAway).toEqual([]);
});

browserTest('paging after an unmerge in the middle of the list skips no hash', async () => {
  await using triage = await openTriage(main);
  const { page } = triage;
  await seen(page, '50 of 250 hashes loaded');
  await grid(page).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await page.getByRole('button', { name: 'Unmerge …' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Unmerge 2' }).click();
  await seen(page, '2 hashes moved to a new issue.');
  await loadAll(page, '248');
});

browserTest('of 1,000 hashes, only those in view are in the document', async () => {
  await using triage = await openTriage(thousand);
  const { page } = triage;
  await loadAll(page, '1,000');
  expect(await grid(page).getByRole('row').count()).toBeLessThan(60);
});

browserTest(
  'an unmerge that Sentry refuses shows the error and removes nothing from the list',
  async () => {
    await using triage = await openTriage(main, {
      intercept: ({ method }) =>
        method === 'PUT' ? { status: 409, body: '{"detail":"Already being unmerged"}' } : undefined,
    });
    const { page } = triage;
    await grid(page).getByRole('row').nth(2).click();
    await page.getByRole('button', { name: 'Unmerge …' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Unmerge 1' }).click();
    await page.getByText('An unmerge of these hashes is already in progress.').waitFor();
    await page.getByText('CONFLICT').waitFor();
    expect(await page.getByText('Unmerging …').count()).toBe(0);
    await page.getByRole('button', { name: 'Dismiss' }).click();
  },
);

browserTest('unmerging all hashes of an issue needs a confirmation', async () => {
  await using triage = await openTriage(python);
  const { page } = triage;
  await seen(page, '6 hashes');
  await grid(page).focus();
  await page.keyboard.press('Control+a');
  await page.getByRole('button', { name: 'Unmerge …' }).click();
  const unmerge = page.getByRole('dialog').getByRole('button', { name: 'Unmerge 6' });
  expect(await unmerge.isDisabled()).toBe(true);
  await page.getByRole('dialog').getByRole('checkbox').check();
  await unmerge.click();
  await seen(page, 'This issue has no hashes');
});

browserTest('a page of the list that fails can be loaded again', async () => {
  let failing = true;
  await using triage = await openTriage(main, {
    intercept: ({ query }) =>
      failing && query.get('cursor')?.startsWith('0:49:') ? { status: 502 } : undefined,
  });
  const { page } = triage;
  await seen(page, '50 of 250 hashes loaded');
  await grid(page).focus();
  await page.keyboard.press('End');
  await page.getByText('The rest of the list could not be loaded.').waitFor();
  failing = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await loadAll(page, '250');
});

browserTest('stack traces that fail to load show the error and can be loaded again', async () => {
  let failing = true;
  await using triage = await openTriage(main, {
    intercept: ({ path }) => (failing && path.includes('/events/') ? { status: 502 } : undefined),
  });
  const { page } = triage;
  await grid(page).getByRole('row').nth(2).click();
  await page.getByRole('button', { name: 'Stack trace' }).click();
  await page.getByText('A stack trace could not be loaded.').waitFor();
  failing = false;
  // By keyboard, because the dialog is in the top layer and can cover the button.
  await page.getByRole('button', { name: 'Try again' }).press('Enter');
  await page.getByRole('dialog').getByRole('rowheader').first().waitFor();
});

browserTest('the page asks for a token, keeps it in this tab only, and removes it', async () => {
  await using triage = await openTriage(main, { signIn: 'passThrough' });
  const { page, gateway } = triage;
  await page.getByRole('heading', { name: 'A Sentry token is needed' }).waitFor();
  await page.getByRole('textbox', { name: 'Sentry token' }).fill(TOKENS.everyScope.text);
  await page.getByRole('button', { name: 'Use token' }).click();
  await seen(page, '50 of 250 hashes loaded');
  expect(await page.evaluate('Object.values({ ...sessionStorage })')).toEqual([
    TOKENS.everyScope.text,
  ]);
  expect(await page.evaluate('localStorage.length + document.cookie.length')).toBe(0);
  expect(gateway.upstream.requests.at(-1)?.headers.authorization).toBe(
    `Bearer ${TOKENS.everyScope.text}`,
  );
  await page.getByRole('button', { name: 'Remove token' }).click();
  await page.getByRole('heading', { name: 'A Sentry token is needed' }).waitFor();
  expect(await page.evaluate('sessionStorage.length')).toBe(0);
});

browserTest('an issue without hashes and an unknown issue have different messages', async () => {
  await using triage = await openTriage(empty);
  const { page, gateway } = triage;
  await seen(page, 'This issue has no hashes');
  await page.goto(new URL('/triage?organization=hellboy-meowmeow&issue=NONE-1', gateway.url).href);
  await page.getByRole('heading', { name: 'Issue not found' }).waitFor();
  await page.getByRole('button', { name: 'Choose another issue' }).click();
  await page.getByRole('textbox', { name: 'Organization' }).fill('hellboy-meowmeow');
  await page.getByRole('textbox', { name: 'Issue' }).fill('checkout-4f');
  await page.getByRole('button', { name: 'Show hashes' }).click();
  await seen(page, '1 hash');
});

browserTest('on a phone nothing is wider than the screen', async () => {
  await using triage = await openTriage(main, { browser: { width: 390, height: 844 } });
  const { page } = triage;
  await seen(page, '50 of 250 hashes loaded');
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  await grid(page).getByRole('row').nth(1).click();
  await page.getByRole('button', { name: 'Stack trace' }).click();
  await page.getByRole('dialog').getByRole('rowheader').first().waitFor();
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
});

browserTest('with the demo Sentry the page opens its main issue', async () => {
  await using gateway = await startGateway({ env: { SENTRY_URL: '', SENTRY_AUTH_TOKEN: '' } });
  await using opened = await openPage();
  await opened.page.goto(new URL('/triage', gateway.url).href);
  await seen(opened.page, 'CHECKOUT-1');
});

test('the page allows only its own scripts, and is off in production by default', async () => {
  await using open = await startGateway();
  const page = await fetch(new URL('/triage', open.url));
  expect(page.status).toBe(200);
  expect(page.headers.get('content-security-policy')).toContain(
    "script-src 'self'; style-src 'self';",
  );

  await using off = await startGateway({ env: { TRIAGE: 'off' } });
  expect((await fetch(new URL('/triage', off.url))).status).toBe(404);
  await using production = await startGateway({ env: { NODE_ENV: 'production' } });
  expect((await fetch(new URL('/triage', production.url))).status).toBe(404);
});
