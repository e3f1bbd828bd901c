import type { Page } from 'playwright-core';
import { beforeAll, expect } from 'vitest';
import { EMBEDDED_ISSUES } from '../../../embedded-sentry/issues-table.ts';
import { browserTest, buildPages } from '../../harness/browser.ts';
import {
  createUnmergeGate,
  expectStatus,
  grid,
  hasFocus,
  openTriage,
  seen,
  selectedBar,
} from '../../harness/triage-page.ts';

beforeAll(buildPages);

const { main } = EMBEDDED_ISSUES;

/** The focus becomes part of this element. */
async function expectFocus(page: Page, selector: string): Promise<void> {
  await expect.poll(() => hasFocus(page, selector)).toBe(true);
}

/** The hash in the line that the grid names as the active one. */
async function activeHash(page: Page): Promise<string | null> {
  const line = await grid(page).getAttribute('aria-activedescendant');
  return line === null ? null : hashOf(page, line);
}

async function hashOf(page: Page, line: string): Promise<string | null> {
  return page.locator(`#${line} .hashes code`).textContent();
}

browserTest('a control that disappears leaves the focus to the list or its dialog', async () => {
  await using triage = await openTriage(main);
  const { page } = triage;
  await expectStatus(page, /^250 hashes$/);
  await grid(page).focus();
  for (const key of ['Space', 'ArrowDown', 'Space', 'ArrowDown', 'Space', 'Enter']) {
    await page.keyboard.press(key);
  }
  const remove = page.getByRole('dialog').getByRole('button', { name: /^Remove/ });
  await remove.nth(2).press('Enter');
  await expect.poll(() => remove.count()).toBe(2);
  await expectFocus(page, 'dialog button');
  await page.keyboard.press('Escape');
  await expectFocus(page, '[role=treegrid]');

  await selectedBar(page).getByRole('button', { name: 'Clear' }).press('Enter');
  await selectedBar(page).waitFor({ state: 'detached' });
  await expectFocus(page, '[role=treegrid]');

  await page.getByRole('searchbox', { name: 'Filter' }).fill('nothing is called that');
  await page.getByRole('button', { name: 'Clear the filter' }).press('Enter');
  await expectStatus(page, /^250 hashes$/);
  await expectFocus(page, '[role=treegrid]');

  await page.getByRole('button', { name: 'Resolve' }).press('Enter');
  await seen(page, 'resolved');
  await expectFocus(page, '.issue-actions button');

  await page.getByRole('button', { name: 'Other issue' }).press('Enter');
  await page.getByRole('heading', { name: 'Choose an issue' }).waitFor();
  await expectFocus(page, 'main.start');
  await page.getByRole('link', { name: /BILLING-1/ }).press('Enter');
  await expectStatus(page, /^6 hashes$/);
  await expectFocus(page, 'main.issue');
});

browserTest(
  'after an unmerge the next line is active, and “Dismiss” leaves the focus to the list',
  async () => {
    const gate = createUnmergeGate();
    await using triage = await openTriage(main, { intercept: gate.intercept });
    const { page } = triage;
    await expectStatus(page, /^250 hashes$/);
    await grid(page).focus();
    for (let step = 0; step < 30; step += 1) {
      await page.keyboard.press('ArrowDown');
    }
    const next = await hashOf(page, 'line-31');
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Unmerge …' }).press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Unmerge 1' }).press('Enter');
    await page.getByText('Unmerging …').first().waitFor();
    gate.open();
    await expectStatus(page, /^249 hashes$/);
    await expect.poll(() => activeHash(page)).toBe(next);
    await page.getByRole('button', { name: 'Dismiss' }).press('Enter');
    await expectFocus(page, '[role=treegrid]');
  },
);

browserTest('Tab leaves the page, however often the page changes', async () => {
  await using triage = await openTriage(main);
  const { page } = triage;
  await expectStatus(page, /^250 hashes$/);
  await grid(page).focus();
  await page.keyboard.press('Tab');
  expect(await hasFocus(page, '[role=treegrid]')).toBe(false);
  await page.evaluate(`document.querySelector('main').append(document.createElement('p'))`);
  expect(await hasFocus(page, '[role=treegrid]')).toBe(false);
});
