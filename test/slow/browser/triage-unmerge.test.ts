import type { Page } from 'playwright-core';
import { beforeAll, expect } from 'vitest';
import { EMBEDDED_ISSUES } from '../../../embedded-sentry/issues-table.ts';
import { browserTest, buildPages } from '../../harness/browser.ts';
import {
  createGate,
  createUnmergeGate,
  expectStatus,
  grid,
  hasFocus,
  isHashList,
  openTriage,
  row,
  seen,
  selectedBar,
  unmerged,
} from '../../harness/triage-page.ts';

beforeAll(buildPages);

const { main, python } = EMBEDDED_ISSUES;

async function unmergeOne(page: Page): Promise<void> {
  await row(page, /fetchMemberList/)
    .first()
    .click();
  await page.getByRole('button', { name: 'Unmerge …' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Unmerge 1' }).click();
}

browserTest('unmerged hashes leave the list, and a link leads to the new issue', async () => {
  const gate = createUnmergeGate();
  await using triage = await openTriage(main, { intercept: gate.intercept });
  const { page, gateway } = triage;
  await expectStatus(page, /^250 hashes$/);
  await grid(page).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await selectedBar(page).getByText('3 selected').waitFor();
  await page.getByRole('button', { name: 'Unmerge …' }).press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Unmerge 3' }).press('Enter');
  // The button that opened the dialog is gone with the selection.
  await expect.poll(() => hasFocus(page, '[role=treegrid]')).toBe(true);
  await page.getByText('Unmerging …').first().waitFor();
  gate.open();
  await page.getByText('3 hashes moved to a new issue.').waitFor();
  await expectStatus(page, /^247 hashes$/);
  const [taken = []] = unmerged(gateway);
  expect(taken).toHaveLength(3);
  for (const hash of taken) {
    expect(await grid(page).getByText(hash.slice(0, 12)).count()).toBe(0);
  }
  await page.getByRole('link', { name: /^Open (?:the new issue \d+|CHECKOUT-\w+)$/ }).click();
  await expectStatus(page, /^3 hashes$/);
  await grid(page)
    .getByText(taken[0]?.slice(0, 12) ?? '')
    .waitFor();
  expect(triage.pageErrors).toEqual([]);
});

browserTest('the progress of an unmerge survives a reload', async () => {
  const gate = createUnmergeGate();
  await using triage = await openTriage(python, { intercept: gate.intercept });
  const { page } = triage;
  await expectStatus(page, /^6 hashes$/);
  await grid(page).getByRole('row').nth(1).click();
  await page.getByRole('button', { name: 'Unmerge …' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Unmerge 1' }).click();
  await page.getByText(/^Sentry is moving 1 hash/).waitFor();
  await page.reload();
  gate.open();
  await page.getByText(/^1 hash moved to a new issue\./).waitFor();
  await expectStatus(page, /^5 hashes$/);
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await page.reload();
  await expectStatus(page, /^5 hashes$/);
  expect(await page.getByRole('region', { name: 'Unmerge' }).count()).toBe(0);
});

browserTest('paging after an unmerge in the middle of the list skips no hash', async () => {
  const gate = createGate(isHashList);
  await using triage = await openTriage(main, {
    intercept: ({ method, path, query }) =>
      // The pages below those in view; polling reads from the start of the list.
      method === 'GET' && query.get('cursor')?.startsWith('0:49:')
        ? gate.intercept({ path })
        : undefined,
  });
  const { page } = triage;
  await expectStatus(page, /^50 hashes so far/);
  await grid(page).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await page.getByRole('button', { name: 'Unmerge …' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Unmerge 2' }).click();
  await page.getByText('2 hashes moved to a new issue.').waitFor();
  gate.open();
  await expectStatus(page, /^248 hashes$/);
});

browserTest('an unmerge that Sentry refuses shows the error and removes nothing', async () => {
  await using triage = await openTriage(main, {
    intercept: ({ method }) =>
      method === 'PUT' ? { status: 409, body: '{"detail":"Already being unmerged"}' } : undefined,
  });
  const { page } = triage;
  await unmergeOne(page);
  await page.getByText('An unmerge of these hashes is already in progress.').waitFor();
  await page.getByText('CONFLICT').waitFor();
  expect(await page.getByText('Unmerging …').count()).toBe(0);
  await page.setViewportSize({ width: 390, height: 844 });
  const message = () => page.locator('.job-text').boundingBox();
  await expect.poll(async () => (await message())?.width).toBeGreaterThan(300);
  await page.getByRole('button', { name: 'Select again' }).click();
  await selectedBar(page).getByText('1 selected').waitFor();
  await page.getByRole('button', { name: 'Dismiss' }).click();
});

browserTest('unmerging all hashes of an issue needs a confirmation', async () => {
  await using triage = await openTriage(python);
  const { page } = triage;
  await expectStatus(page, /^6 hashes$/);
  await grid(page).focus();
  await page.keyboard.press('Control+a');
  await page.getByRole('button', { name: 'Unmerge …' }).click();
  const unmerge = page.getByRole('dialog').getByRole('button', { name: 'Unmerge 6' });
  expect(await unmerge.isDisabled()).toBe(true);
  await page.getByRole('dialog').getByRole('checkbox').check();
  await unmerge.click();
  await seen(page, 'This issue has no hashes');
});

browserTest('a read-only gateway offers to compare, but not to change anything', async () => {
  await using triage = await openTriage(main, { env: { READ_ONLY: 'true' } });
  const { page } = triage;
  await row(page, /fetchMemberList/)
    .first()
    .click();
  await selectedBar(page)
    .getByText(/read-only/)
    .waitFor();
  expect(await page.getByRole('button', { name: /Unmerge/ }).count()).toBe(0);
  await page.getByText('Open in Sentry').waitFor();
  expect(await page.getByRole('button', { name: /Resolve|Archive|Assign/ }).count()).toBe(0);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/read-only/).waitFor();
  expect(await dialog.getByRole('button', { name: /Unmerge/ }).count()).toBe(0);
});

browserTest('an unmerge whose response is lost may have happened: the page says so', async () => {
  await using triage = await openTriage(main, {
    intercept: ({ method }) => (method === 'PUT' ? { status: 504 } : undefined),
  });
  const { page } = triage;
  await unmergeOne(page);
  await page.getByText(/was requested, but its progress is unknown/).waitFor();
  await page.getByRole('button', { name: 'Check again' }).waitFor();
  expect(await page.getByText('Nothing was unmerged.').count()).toBe(0);
});
