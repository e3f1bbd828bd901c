import type { Page } from 'playwright-core';
import { beforeAll, expect } from 'vitest';
import { EMBEDDED_ISSUES } from '../../../embedded-sentry/issues-table.ts';
import { browserTest, buildPages } from '../../harness/browser.ts';
import {
  expectStatus,
  grid,
  openTriage,
  reloadWith,
  row,
  selectedBar,
} from '../../harness/triage-page.ts';

beforeAll(buildPages);

const { main } = EMBEDDED_ISSUES;

/** Width of the narrowest title in view. */
const NARROWEST = `Math.min(
  ...[...document.querySelectorAll('.hash strong')].map((title) => title.clientWidth),
)`;

/** Texts of the lines that cover each other. */
const OVERLAPS = `[...document.querySelectorAll('.line.hash')].flatMap((line) => {
  const parts = [...line.querySelectorAll('.hash-text, .chip, time, .what, .top small')].map(
    (part) => ({ part, box: part.getBoundingClientRect() }),
  );
  return parts.flatMap(({ part, box }, place) =>
    parts
      .slice(place + 1)
      .filter(
        (other) =>
          Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left) > 1 &&
          Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top) > 1,
      )
      .map((other) => part.textContent + ' and ' + other.part.textContent),
  );
})`;

/** The active line, and the part of the screen between the heading of the list and what covers the end of the page. */
async function activeLineIn(page: Page) {
  const [head, line, dock] = await Promise.all(
    ['.head', '[data-active=true]', '.dock'].map((part) => page.locator(part).boundingBox()),
  );
  return {
    top: Math.round((line?.y ?? 0) - (head?.y ?? 0) - (head?.height ?? 0)),
    bottom: Math.round((dock?.y ?? 0) - (line?.y ?? 0) - (line?.height ?? 0)),
  };
}

browserTest('at every width a title has room, and no cell lies over another', async () => {
  await using triage = await openTriage(main);
  const { page } = triage;
  await reloadWith(page, '"platform":"python"', `"platform":"python-${'x'.repeat(40)}"`);
  await expectStatus(page, /^250 hashes$/);
  await grid(page).getByText('0.04').waitFor();
  for (const width of [320, 360, 390, 600, 768, 900, 960, 961, 1080, 1280, 1920]) {
    await page.setViewportSize({ width, height: 800 });
    await expect.poll(() => page.evaluate('document.documentElement.clientWidth')).toBe(width);
    await expect.poll(() => page.evaluate(NARROWEST), { message: `${width}` }).toBeGreaterThan(150);
    await expect.poll(() => page.evaluate(OVERLAPS), { message: `${width}` }).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth'), `${width}`).toBe(width);
  }
  await page.unrouteAll({ behavior: 'ignoreErrors' });
});

browserTest('at 200 % zoom the page scrolls, and the active hash is not covered', async () => {
  await using triage = await openTriage(main, { browser: { width: 640, height: 400 } });
  const { page } = triage;
  await expectStatus(page, /^250 hashes$/);
  await grid(page).focus();
  for (const key of ['Space', 'ArrowDown', 'Space', 'ArrowDown', 'ArrowDown', 'Space']) {
    await page.keyboard.press(key);
  }
  await selectedBar(page).getByText('3 selected').waitFor();
  await page.keyboard.press('ArrowDown');
  await expect.poll(async () => (await activeLineIn(page)).bottom).toBeGreaterThanOrEqual(0);
  expect((await activeLineIn(page)).top).toBeGreaterThanOrEqual(0);

  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: '3 hashes compared' });
  await dialog.getByText(/frames? equal/).waitFor();
  const frame = dialog.getByRole('row').last();
  await frame.scrollIntoViewIfNeeded();
  // The heading scrolls away: it would leave no room for frames.
  const [heading, shown] = await Promise.all([
    dialog.getByRole('columnheader').last().boundingBox(),
    frame.boundingBox(),
  ]);
  expect((heading?.y ?? 0) + (heading?.height ?? 0)).toBeLessThanOrEqual(shown?.y ?? 0);
  expect(Math.floor((shown?.y ?? 400) + (shown?.height ?? 0))).toBeLessThanOrEqual(400);
});

browserTest('with forced colours the active line has an outline', async () => {
  await using triage = await openTriage(main);
  const { page } = triage;
  await page.emulateMedia({ forcedColors: 'active' });
  await row(page, /fetchMemberList/)
    .first()
    .waitFor();
  await grid(page).focus();
  await page.keyboard.press('ArrowDown');
  const outline = `getComputedStyle(document.querySelector('[data-active=true]')).outlineStyle`;
  await expect.poll(() => page.evaluate(outline)).toBe('solid');
});

browserTest('an event without a title is not called one that is not retained', async () => {
  await using triage = await openTriage(main);
  const { page } = triage;
  await reloadWith(page, '"title":"ForbiddenError: GET /teams/ 403"', '"title":null');
  await row(page, /Untitled event/)
    .first()
    .click();
  await page.getByRole('button', { name: 'Unmerge …' }).click();
  await page.getByRole('dialog').getByText('Untitled event').waitFor();
  expect(await page.getByText('not retained').count()).toBe(0);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
});

browserTest('on a phone nothing is wider than the screen, and nothing is missing', async () => {
  await using triage = await openTriage(main, { browser: { width: 390, height: 844 } });
  const { page } = triage;
  await expectStatus(page, /^250 hashes$/);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  await grid(page).getByText('handleForbidden').first().waitFor();
  await grid(page).getByText('app/api/errors.ts').first().waitFor();
  await grid(page).getByText('0.04').waitFor();
  expect(await page.evaluate(OVERLAPS)).toEqual([]);
  await grid(page).getByRole('row').nth(1).click();
  await page.getByRole('button', { name: 'Stack trace' }).click();
  await page.getByRole('dialog').getByRole('rowheader').first().waitFor();
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
});
