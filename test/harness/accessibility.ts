import axe from 'axe-core';
import type { Page } from 'playwright-core';

const SIZES = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
] as const;

/** Only the contrast depends on the colours. */
const RULES = { light: 'undefined', dark: "['color-contrast']" } as const;

/**
 * What axe-core finds in the page as it is, on a wide and a narrow screen, light and dark: each finding as one
 * line. Rules that are only “best practice” are checked too.
 *
 * @param ignored rules that are not checked
 */
export async function findAccessibilityFaults(
  page: Page,
  ignored: readonly string[] = [],
): Promise<readonly string[]> {
  const faults: string[] = [];
  // As text, because the page's Content-Security-Policy forbids other scripts.
  await page.evaluate(axe.source);
  for (const size of SIZES) {
    await page.setViewportSize(size);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      // Scripts are notified of the colour scheme in the next frame.
      await page.evaluate(
        'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))',
      );
      const { violations } = (await page.evaluate(
        `axe.run({ runOnly: ${RULES[colorScheme]}, resultTypes: ['violations'] })`,
      )) as axe.AxeResults;
      faults.push(
        ...violations
          .filter(({ id }) => !ignored.includes(id))
          .map(({ id, nodes }) => `${id} (${size.width}, ${colorScheme}): ${nodes[0]?.html}`),
      );
    }
  }
  return faults;
}
