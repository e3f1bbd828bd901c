import type { Page } from 'playwright-core';
import { beforeAll, expect } from 'vitest';
import { EMBEDDED_ISSUES } from '../../../embedded-sentry/issues-table.ts';
import { findAccessibilityFaults } from '../../harness/accessibility.ts';
import { browserTest, buildPages } from '../../harness/browser.ts';
import {
  createGate,
  createUnmergeGate,
  expectStatus,
  grid,
  isHashList,
  openTriage,
  seen,
  selectedBar,
} from '../../harness/triage-page.ts';

beforeAll(buildPages);

const { main, empty } = EMBEDDED_ISSUES;
/** axe takes seconds where other processes keep the processors busy. */
const TIMEOUT_MS = 300_000;

function accessibilityTest(name: string, run: () => Promise<void>): void {
  browserTest(name, run, TIMEOUT_MS);
}

async function expectAccessible(page: Page, state: string): Promise<void> {
  expect(await findAccessibilityFaults(page), state).toEqual([]);
}

accessibilityTest('axe finds nothing in the list, its groups and its dialogs', async () => {
  const gate = createUnmergeGate();
  await using triage = await openTriage(main, { intercept: gate.intercept });
  const { page } = triage;
  await expectStatus(page, /^250 hashes$/);
  await grid(page).getByText('handleForbidden').first().waitFor();
  await expectAccessible(page, 'list');
  await grid(page).focus();
  await page.keyboard.press('End');
  await expect.poll(() => page.locator('#line-249').isVisible()).toBe(true);
  await page.locator('.scroller').evaluate((scroller) => scroller.scrollTo(0, 0));
  await page.locator('#line-0').waitFor();
  await expectAccessible(page, 'list, away from the active line');
  await page.getByRole('searchbox', { name: 'Filter' }).fill('nothing is called that');
  await seen(page, 'No hash matches');
  await expectAccessible(page, 'no match');
  await page.getByRole('button', { name: 'Clear the filter' }).click();
  await page.getByRole('combobox', { name: 'Group by' }).selectOption('title');
  await grid(page).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Space');
  await selectedBar(page).getByText('135 selected').waitFor();
  await expectAccessible(page, 'group with too many selected');
  await page.keyboard.press('Escape');
  for (const key of ['ArrowDown', 'Space', 'ArrowDown', 'Space', 'Enter']) {
    await page.keyboard.press(key);
  }
  const compared = page.getByRole('dialog', { name: '2 hashes compared' });
  await compared.getByText(/frames? equal/).waitFor();
  await expectAccessible(page, 'comparison');
  await compared.getByLabel('Source lines').check();
  await compared.getByText(/frames? equal/).waitFor();
  await expectAccessible(page, 'comparison with source lines');
  await compared.getByRole('radio', { name: 'Grouping' }).press('Space');
  await compared.getByText(/made each hash of/).waitFor();
  await expectAccessible(page, 'grouping');
  await compared.getByRole('button', { name: 'Unmerge 2 …' }).press('Enter');
  await page.getByRole('dialog', { name: 'Unmerge these 2 hashes?' }).waitFor();
  await expectAccessible(page, 'confirmation');
  await page.getByRole('dialog').getByRole('button', { name: 'Unmerge 2' }).press('Enter');
  await page.getByText('Unmerging …').first().waitFor();
  await expectAccessible(page, 'unmerging');
  gate.open();
  await page.getByText('2 hashes moved to a new issue.').waitFor();
  await expectAccessible(page, 'unmerged');
  await page.getByRole('button', { name: 'Keys' }).press('Enter');
  await page.getByRole('dialog', { name: 'Keys' }).waitFor();
  await expectAccessible(page, 'keys');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Assign …' }).press('Enter');
  await page.getByRole('dialog', { name: 'Assign the issue' }).waitFor();
  await expectAccessible(page, 'assign');
});

accessibilityTest('axe finds nothing while the page loads, and in its failures', async () => {
  const gate = createGate(isHashList, 1);
  let isFailing = false;
  await using triage = await openTriage(main, {
    intercept: async (request) => {
      await gate.intercept(request);
      return isFailing ? { status: 502 } : undefined;
    },
  });
  const { page, gateway } = triage;
  await expectStatus(page, /^10 hashes so far/);
  await expectAccessible(page, 'partial list');
  isFailing = true;
  gate.open();
  await page.getByText('The rest of the list could not be loaded.').waitFor();
  await expectAccessible(page, 'failed page');
  await page.reload();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.getByRole('alert').waitFor();
  await expectAccessible(page, 'failure');
  isFailing = false;
  const address = (issue: string) =>
    new URL(`/triage?organization=hellboy-meowmeow&issue=${issue}`, gateway.url).href;
  await page.goto(address(empty));
  await seen(page, 'This issue has no hashes');
  await expectAccessible(page, 'empty issue');
});

accessibilityTest('axe finds nothing at the start and where a secret is needed', async () => {
  await using triage = await openTriage(main, { signIn: 'passThrough' });
  const { page, gateway } = triage;
  await page.getByRole('heading', { name: 'A Sentry token is needed' }).waitFor();
  await expectAccessible(page, 'token');
  await page.goto(new URL('/triage?choose', gateway.url).href);
  await page.getByRole('heading', { name: 'Choose an issue' }).waitFor();
  await expectAccessible(page, 'start without a token');
  await page.locator('input[type=password]').fill(gateway.upstream.token);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('searchbox').fill('no address');
  await page.getByRole('searchbox').press('Enter');
  await page.getByText(/Choose the organization first/).waitFor();
  await expectAccessible(page, 'start');
  await page.goto(new URL('/triage?organization=hellboy-meowmeow', gateway.url).href);
  await page.getByRole('link', { name: /CHECKOUT-1 / }).waitFor();
  await expectAccessible(page, 'issues');
  await page.goto(new URL('/triage?organization=unknown', gateway.url).href);
  await page.getByRole('alert').waitFor();
  await expectAccessible(page, 'unknown organization');
});
