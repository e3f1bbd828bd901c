import { beforeAll, expect } from 'vitest';
import { EMBEDDED_ISSUES } from '../../../embedded-sentry/issues-table.ts';
import { TOKENS } from '../../../embedded-sentry/tokens.ts';
import { browserTest, buildPages, openPage } from '../../harness/browser.ts';
import { startGateway } from '../../harness/gateway.ts';
import {
  expectStatus,
  grid,
  openTriage,
  row,
  seen,
  selectedBar,
} from '../../harness/triage-page.ts';

beforeAll(buildPages);

const { main } = EMBEDDED_ISSUES;

browserTest('the address of the page opens the same view, selection and comparison', async () => {
  await using triage = await openTriage(main);
  const { page } = triage;
  await page.getByRole('searchbox', { name: 'Filter' }).fill('403');
  await page.getByRole('combobox', { name: 'Group by' }).selectOption('culprit');
  await expectStatus(page, /^178 match · 250 hashes$/);
  const rows = row(page, /fetchMemberList\(app\/members\)/);
  await rows.nth(1).click();
  await rows.nth(2).click();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: '2 hashes compared' }).waitFor();
  await expect.poll(() => page.url()).toMatch(/#filter=403&group=culprit&.*compare=/);

  await using other = await openPage();
  await other.page.goto(page.url());
  await other.page.getByRole('dialog', { name: '2 hashes compared' }).waitFor();
  await other.page.keyboard.press('Escape');
  await expectStatus(other.page, /^178 match · 250 hashes$/);
  await selectedBar(other.page).getByText('2 selected').waitFor();
  expect(await other.page.getByRole('combobox', { name: 'Group by' }).inputValue()).toBe('culprit');
});

browserTest('Back closes the comparison, and then undoes grouping; Forward redoes it', async () => {
  await using triage = await openTriage(main);
  const { page } = triage;
  const grouping = page.getByRole('combobox', { name: 'Group by' });
  await grouping.selectOption('platform');
  await row(page, /Select all .* of javascript/).waitFor();
  await grid(page).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: '1 hash' });
  await dialog.waitFor();
  await page.goBack();
  await dialog.waitFor({ state: 'detached' });
  expect(await grouping.inputValue()).toBe('platform');
  await page.goBack();
  await expect.poll(() => grouping.inputValue()).toBe('none');
  await page.goForward();
  await expect.poll(() => grouping.inputValue()).toBe('platform');
});

browserTest('a confirmation is not in the address, and Back closes it', async () => {
  await using triage = await openTriage(main);
  const { page } = triage;
  await row(page, /fetchMemberList/)
    .first()
    .click();
  await page.getByRole('button', { name: 'Unmerge …' }).click();
  await page.getByRole('dialog', { name: 'Unmerge this hash?' }).waitFor();
  expect(page.url()).not.toContain('confirm');
  await page.goBack();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await selectedBar(page).getByText('1 selected').waitFor();
});

browserTest('hashes of a link that the issue does not have are reported', async () => {
  await using triage = await openTriage(main, {
    fragment: `#picks=9999aaaaca8b46d797c23c6077c6ff01,${'0'.repeat(32)}`,
  });
  await selectedBar(triage.page)
    .getByText(/^1 selected; 1 of the link are not in this issue/)
    .waitFor();
});

browserTest(
  'from the start an organization’s issue is found by search, address or ID',
  async () => {
    await using gateway = await startGateway();
    await using opened = await openPage();
    const { page } = opened;
    await page.goto(new URL('/triage', gateway.url).href);
    await page.getByRole('link', { name: /Hellboy Meowmeow/ }).click();
    await page.getByRole('link', { name: /This is an example Python exception/ }).waitFor();

    const search = page.getByRole('searchbox');
    await search.fill('PaymentError');
    await search.press('Enter');
    await seen(page, '20 issues');
    await page.getByRole('combobox', { name: 'Order' }).selectOption('hashes');
    await page
      .getByRole('listitem')
      .first()
      .getByText(/24 hashes/)
      .waitFor();
    await page.goBack();
    await page.goBack();
    await expect.poll(() => search.inputValue()).toBe('is:unresolved');

    await search.fill('CHECKOUT-4F');
    await search.press('Enter');
    await expectStatus(page, /^1 hash$/);
    await page.goBack();
    await page.getByRole('link', { name: /BILLING-1/ }).click();
    await expectStatus(page, /^6 hashes$/);
  },
);

/** How many issues of the list have a count that is cut. */
const CUT_COUNTS = `[...document.querySelectorAll('.choices strong + small')].filter(
  (facts) => facts.scrollWidth > facts.clientWidth,
).length`;

browserTest('the issue with the most hashes is first, also above a page of them', async () => {
  let isFailing = false;
  await using gateway = await startGateway({
    intercept: ({ path }) =>
      isFailing && path.includes(`/${EMBEDDED_ISSUES.python}/hashes/`)
        ? { status: 502 }
        : undefined,
  });
  await using opened = await openPage();
  const { page } = opened;
  const address = '/triage?organization=hellboy-meowmeow&order=hashes';
  await page.goto(new URL(address, gateway.url).href);
  const first = page.getByRole('listitem').first();
  await first.getByText(/CHECKOUT-8 .* 1,000 hashes$/).waitFor();
  await page.getByText('35 issues', { exact: true }).waitFor();
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(CUT_COUNTS)).toBe(0);

  isFailing = true;
  await page.reload();
  await page.getByText(/hashes of 1 issue could not be counted/).waitFor();
  await first.getByText(/CHECKOUT-8 .* 1,000 hashes$/).waitFor();
});

browserTest('without the list of organizations one is found by its slug', async () => {
  await using gateway = await startGateway({ env: { SENTRY_AUTH_TOKEN: TOKENS.eventRead.text } });
  await using opened = await openPage();
  const { page } = opened;
  await page.goto(new URL('/triage', gateway.url).href);
  await page.getByText(/organizations cannot be listed.*org:read/).waitFor();
  await page.getByRole('textbox', { name: 'Organization' }).fill('hellboy-meowmeow');
  await page.getByRole('button', { name: 'Show issues' }).click();
  await page.getByRole('link', { name: /This is an example Python exception/ }).waitFor();
  await page.getByRole('searchbox').fill('nothing is called that');
  await page.getByRole('searchbox').press('Enter');
  await seen(page, 'No issue matches.');
});

browserTest('a pasted address of an issue opens at once', async () => {
  await using gateway = await startGateway();
  await using opened = await openPage();
  const { page } = opened;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(new URL('/triage', gateway.url).href);
  await page.evaluate(
    `navigator.clipboard.writeText('https://hellboy-meowmeow.sentry.io/issues/${main}/?project=1')`,
  );
  await page.getByRole('searchbox', { name: 'Address of an issue' }).press('Control+v');
  await expectStatus(page, /^250 hashes$/);
});
