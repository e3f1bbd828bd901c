import { beforeAll, expect } from 'vitest';
import { findAccessibilityFaults } from '../../harness/accessibility.ts';
import { browserTest, buildPages, openPage } from '../../harness/browser.ts';
import { startGateway } from '../../harness/gateway.ts';

beforeAll(buildPages);

/** Markup of GraphiQL itself: tabs with buttons in them, and the label “Set active” in its history. */
const OF_GRAPHIQL = ['nested-interactive', 'label-content-name-mismatch'];
/** axe takes seconds where other processes keep the processors busy. */
const TIMEOUT_MS = 300_000;
const EMBEDDED = { SENTRY_URL: '', SENTRY_AUTH_TOKEN: '' };

browserTest(
  'axe finds nothing in the explorer, its panels and its dialogs',
  async () => {
    await using gateway = await startGateway({ env: EMBEDDED });
    await using browser = await openPage();
    const { page } = browser;
    async function expectAccessible(state: string): Promise<void> {
      expect(await findAccessibilityFaults(page, OF_GRAPHIQL), state).toEqual([]);
      await page.setViewportSize({ width: 1280, height: 800 });
    }
    await page.goto(new URL('/graphiql', gateway.url).href);
    await page.locator('.graphiql-editor-tool').getByText('"1341191803"').waitFor();
    await page.getByRole('button', { name: /execute query/i }).click();
    await page.locator('.graphiql-response').getByText('"hash"').first().waitFor();
    await expectAccessible('result');

    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    await page.getByRole('link', { name: 'IssueHashConnection' }).first().waitFor();
    await expectAccessible('documentation');
    await page.getByRole('button', { name: 'Show History' }).click();
    await page.getByRole('button', { name: 'Set active' }).waitFor();
    await expectAccessible('history');
    await page.getByRole('button', { name: 'Hide History' }).click();

    await page.getByRole('button', { name: 'Open short keys dialog' }).click();
    await page.getByRole('dialog').getByText('Execute query').waitFor();
    await expectAccessible('short keys');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Open settings dialog' }).click();
    await page.getByRole('dialog').getByText('Persist headers').waitFor();
    await expectAccessible('settings');
    await page.keyboard.press('Escape');

    await page.goto(gateway.url);
    await page.getByRole('link', { name: '/graphiql' }).waitFor();
    await expectAccessible('without the internet');
  },
  TIMEOUT_MS,
);
