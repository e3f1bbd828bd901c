import { beforeAll, expect, test } from 'vitest';
import { EMBEDDED_ISSUES } from '../../../embedded-sentry/issues-table.ts';
import { browserTest, buildPages, openPage } from '../../harness/browser.ts';
import { startGateway } from '../../harness/gateway.ts';
import {
  expectStatus,
  grid,
  hasFocus,
  openTriage,
  reloadWith,
  row,
  seen,
  selectedBar,
} from '../../harness/triage-page.ts';

beforeAll(buildPages);

const { main } = EMBEDDED_ISSUES;

browserTest('hashes are filtered, grouped, selected and compared by keyboard', async () => {
  await using triage = await openTriage(main);
  const { page } = triage;
  await expectStatus(page, /^250 hashes$/);

  await page.keyboard.press('/');
  await page.keyboard.type('nothing is called that');
  await page.getByRole('button', { name: 'Clear the filter' }).press('Enter');
  await expectStatus(page, /^250 hashes$/);

  await page.getByRole('combobox', { name: 'Group by' }).selectOption('topFrame');
  const group = row(page, /handleForbidden · errors\.ts/);
  await group.getByText('177', { exact: true }).waitFor();
  await grid(page).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowLeft');
  expect(await group.getAttribute('aria-expanded')).toBe('false');
  await page.getByRole('combobox', { name: 'Group by' }).selectOption('none');

  await grid(page).focus();
  await page.keyboard.press('Home');
  for (const key of ['Space', 'ArrowDown', 'ArrowDown', 'Space', 'ArrowDown', 'Space']) {
    await page.keyboard.press(key);
  }
  await selectedBar(page).getByText('3 selected').waitFor();

  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: '3 hashes compared' });
  await dialog.getByText(/^\d frames? equal, \d different\.$/).waitFor();
  await expect.poll(() => dialog.locator('td[data-mark=odd]').count()).toBeGreaterThan(0);
  await dialog.getByLabel('Source lines').check();
  await dialog.getByText('me.trigger.apply(me, args);').waitFor();
  await dialog.getByLabel('Only differences').check();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(await hasFocus(page, '[role=treegrid]')).toBe(true);
  expect(triage.pageErrors).toEqual([]);
  expect(triage.requestsAway).toEqual([]);
});

browserTest('the comparison shows the values and rules that made each hash', async () => {
  await using triage = await openTriage(main);
  const { page } = triage;
  await grid(page).focus();
  await page.keyboard.press('Home');
  for (const key of ['ArrowDown', 'Space', 'ArrowDown', 'Space', 'Enter']) {
    await page.keyboard.press(key);
  }
  const dialog = page.getByRole('dialog', { name: '2 hashes compared' });
  await dialog.getByRole('radio', { name: 'Grouping' }).press('Space');
  await dialog.getByText(/made each hash of: \d+ equal, [1-9]\d* different\./).waitFor();
  // The address opens this view of the comparison.
  await expect.poll(() => page.url()).toContain('compare=grouping');
  await page.reload();
  await dialog.getByText(/made each hash of/).waitFor();
  const rows = await dialog.getByRole('row').count();
  await dialog.getByText('exception › stacktrace › frame › function').first().waitFor();
  await dialog.getByLabel('Only differences').check();
  expect(await dialog.getByRole('row').count()).toBeLessThan(rows);
  await dialog
    .getByRole('button', { name: /^Remove/ })
    .first()
    .press('Enter');
  await page
    .getByRole('dialog', { name: '1 hash' })
    .getByText(/made the hash of [1-9]\d* values?\./)
    .waitFor();
});

browserTest('a grouping that fails to load shows the error and can be loaded again', async () => {
  let isFailing = true;
  await using triage = await openTriage(main, {
    intercept: ({ path }) =>
      isFailing && path.endsWith('/grouping-info/') ? { status: 502 } : undefined,
    fragment: '#picks=9999aaaaca8b46d797c23c6077c6ff01&compare=yes',
  });
  const { page } = triage;
  await page.getByRole('radio', { name: 'Grouping' }).press('Space');
  await page.getByText('The grouping could not be loaded.').waitFor();
  isFailing = false;
  await page.getByRole('button', { name: 'Try again' }).press('Enter');
  await page.getByText(/made the hash of/).waitFor();
});

browserTest('stack traces that fail to load show the error and can be loaded again', async () => {
  let isFailing = true;
  await using triage = await openTriage(main, {
    intercept: ({ path }) => (isFailing && path.includes('/events/') ? { status: 502 } : undefined),
  });
  const { page } = triage;
  await row(page, /fetchMemberList/)
    .first()
    .click();
  await page.getByRole('button', { name: 'Stack trace' }).click();
  await page.getByText(/A stack trace could not be loaded\. .* UPSTREAM_UNAVAILABLE/).waitFor();
  isFailing = false;
  const dialog = page.getByRole('dialog', { name: '1 hash' });
  // A request of the same event that is still in flight, for a row in view, can fail after the first try.
  await expect
    .poll(
      async () => {
        const tryAgain = dialog.getByRole('button', { name: 'Try again' });
        await tryAgain.press('Enter', { timeout: 1_000 }).catch(() => undefined);
        return dialog.getByText(/^\d frames\.$/).count();
      },
      { timeout: 30_000 },
    )
    .toBe(1);
  // One stack trace has no differences.
  expect(await dialog.getByLabel('Only differences').count()).toBe(0);
  expect(await dialog.locator('[data-equal]').count()).toBe(0);
  await dialog.getByLabel('Source lines').check();
  await dialog.getByText(/Sentry has no source lines of these frames\.$/).waitFor();
});

browserTest('a heading that fails to load can be loaded again beside the list', async () => {
  let isFailing = true;
  await using triage = await openTriage(main, {
    intercept: ({ path }) =>
      isFailing && path.endsWith(`/issues/${main}/`) ? { status: 502 } : undefined,
  });
  const { page } = triage;
  await expectStatus(page, /^250 hashes$/);
  isFailing = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('heading', { name: 'This is an example Python exception' }).waitFor();
});

browserTest('a title of any length leaves room for the list', async () => {
  const title = 'This is an example Python exception';
  await using triage = await openTriage(main, { browser: { width: 390, height: 844 } });
  const { page } = triage;
  await reloadWith(page, title, `${'x'.repeat(80)} ${'is not valid '.repeat(40)}`);
  const heading = page.getByRole('heading', { name: /is not valid/ });
  await heading.waitFor();
  expect((await heading.boundingBox())?.height).toBeLessThan(60);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  const link = await page.getByRole('link', { name: 'Open in Sentry' }).boundingBox();
  expect((link?.x ?? 390) + (link?.width ?? 0)).toBeLessThan(390);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
});

browserTest('C copies hashes and O opens the latest event at Sentry', async () => {
  await using triage = await openTriage(main);
  const { page } = triage;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await grid(page).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('c');
  await seen(page, 'Copied 9999aaaaca8b46d797c23c6077c6ff01.');
  expect(await page.evaluate('navigator.clipboard.readText()')).toBe(
    '9999aaaaca8b46d797c23c6077c6ff01',
  );
  const link = row(page, /This is an example Python exception/).getByRole('link');
  await expect
    .poll(() => link.getAttribute('href'))
    .toMatch(/\/issues\/1341191803\/events\/[0-9a-f]{32}\/$/);
  const popup = page.waitForEvent('popup');
  await page.keyboard.press('o');
  await popup;
});

browserTest('the keys are listed after “?”', async () => {
  await using triage = await openTriage(main);
  const { page } = triage;
  await grid(page).focus();
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keys' }).getByText('Compare the selected').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await hasFocus(page, '[role=treegrid]')).toBe(true);
});

const COLOR_OF = '((name) => getComputedStyle(document.querySelector(name)).color)';

browserTest('an issue is resolved, reopened, archived and assigned', async () => {
  await using triage = await openTriage(main);
  const { page } = triage;
  await page.getByRole('button', { name: 'Resolve' }).click();
  await seen(page, 'resolved');
  await page.getByRole('button', { name: 'Reopen' }).click();
  await seen(page, 'unresolved');
  await page.getByRole('button', { name: 'Archive' }).click();
  await seen(page, 'archived');
  await page.getByRole('button', { name: 'Assign …' }).click();
  expect(await page.evaluate(`${COLOR_OF}('dialog h2') === ${COLOR_OF}('h1')`)).toBe(true);
  await page.getByRole('combobox', { name: /User or team/ }).fill('user:550747');
  await page.keyboard.press('Enter');
  await page.getByText(/^Assigned to /).waitFor();
});

browserTest(
  'over GlitchTip an issue of the list opens, and the page says what can be changed',
  async () => {
    await using triage = await openTriage(main, { dialect: 'glitchtip' });
    const { page, gateway } = triage;
    await page.goto(new URL('/triage?organization=hellboy-meowmeow', gateway.url).href);
    await page.getByRole('link', { name: /CHECKOUT-1 / }).click();
    await page.getByRole('button', { name: 'Archive' }).click();
    await seen(page, 'archived');
    expect(await page.getByRole('button', { name: /Assign/ }).count()).toBe(0);
    await page.getByRole('button', { name: 'Reopen' }).click();
    await seen(page, 'unresolved');
    await grid(page).focus();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Unmerge …' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/^GlitchTip removes it from this issue at once/).waitFor();
    await dialog.getByRole('button', { name: 'Unmerge 1' }).click();
    await page.getByText(/^1 hash removed from this issue. The events stay in it/).waitFor();
  },
);

browserTest('times have their zone', async () => {
  await using triage = await openTriage(main);
  await triage.page
    .getByText(/^\d\d:\d\d (?:UTC|GMT|[A-Z]{2,5}|GMT[+-]\d+) · /)
    .first()
    .waitFor();
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
