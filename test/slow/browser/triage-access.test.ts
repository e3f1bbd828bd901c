import { beforeAll, expect } from 'vitest';
import { EMBEDDED_ISSUES } from '../../../embedded-sentry/issues-table.ts';
import { TOKENS } from '../../../embedded-sentry/tokens.ts';
import { browserTest, buildPages } from '../../harness/browser.ts';
import {
  createGate,
  expectStatus,
  grid,
  isHashList,
  openTriage,
  selectedBar,
} from '../../harness/triage-page.ts';

beforeAll(buildPages);

const { main } = EMBEDDED_ISSUES;
const KEY = 'a-key-of-some-length-for-everybody-0123456789';
const STORED = 'Object.values({ ...sessionStorage }).join()';

browserTest('the page asks for a token, keeps it in this tab only, and removes it', async () => {
  await using triage = await openTriage(main, { signIn: 'passThrough' });
  const { page, gateway } = triage;
  await page.getByRole('heading', { name: 'A Sentry token is needed' }).waitFor();
  expect(await page.getByText('Bearer').count()).toBe(0);
  await page.locator('input').fill(TOKENS.everyScope.text);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expectStatus(page, /^250 hashes$/);
  expect(await page.evaluate(STORED)).toContain(TOKENS.everyScope.text);
  expect(await page.evaluate('localStorage.length + document.cookie.length')).toBe(0);
  expect(page.url()).not.toContain(TOKENS.everyScope.text);
  expect(gateway.upstream.requests.at(-1)?.headers.authorization).toBe(
    `Bearer ${TOKENS.everyScope.text}`,
  );
  await page.setViewportSize({ width: 390, height: 844 });
  const last = await page.getByRole('button', { name: 'Other issue' }).boundingBox();
  expect((last?.x ?? 390) + (last?.width ?? 0)).toBeLessThanOrEqual(390);
  await page.getByRole('button', { name: 'Remove Sentry token' }).click();
  await page.getByRole('heading', { name: 'A Sentry token is needed' }).waitFor();
  expect(await page.evaluate(STORED)).toBe('');
});

browserTest('a token that Sentry refuses can be replaced', async () => {
  await using triage = await openTriage(main, { signIn: 'passThrough' });
  const { page } = triage;
  await page.locator('input').fill('sntryu_unknown');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('heading', { name: 'Sentry refused the Sentry token' }).waitFor();
  await page.getByRole('button', { name: 'Choose another issue' }).click();
  const list = page.getByRole('alert');
  await list.getByText('Sentry refused the Sentry token.').waitFor();
  await page.getByRole('button', { name: 'Other organization' }).click();
  await page.getByRole('textbox', { name: 'Organization' }).waitFor();
  await list.getByText('Sentry refused the Sentry token.').waitFor();
  await page.goBack();
  await page.goBack();
  await page.locator('input').fill(TOKENS.everyScope.text);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expectStatus(page, /^250 hashes$/);
});

browserTest('a token without event:write is offered no change', async () => {
  await using triage = await openTriage(main, {
    env: { SENTRY_AUTH_TOKEN: TOKENS.eventRead.text },
  });
  const { page } = triage;
  await expectStatus(page, /^250 hashes$/);
  await grid(page).focus();
  await page.keyboard.press('Space');
  await selectedBar(page)
    .getByText(/lacks the scope event:write/)
    .waitFor();
  expect(await page.getByRole('button', { name: /Unmerge/ }).count()).toBe(0);
  await page.getByText('Open in Sentry').waitFor();
  expect(await page.getByRole('button', { name: /Resolve|Archive|Assign/ }).count()).toBe(0);
});

browserTest('a gateway with API keys is asked with a key, and never with a token', async () => {
  await using triage = await openTriage(main, { env: { GATEWAY_API_KEYS: KEY } });
  const { page } = triage;
  await page.getByRole('heading', { name: 'An API key is needed' }).waitFor();
  expect(await page.getByText(/Sentry token/).count()).toBe(0);
  await page.locator('input').fill('another-key');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('heading', { name: 'The gateway refused the API key' }).waitFor();
  await page.locator('input').fill(KEY);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expectStatus(page, /^250 hashes$/);
});

browserTest('a gateway whose own token is refused asks for none', async () => {
  await using triage = await openTriage(main, {
    env: { SENTRY_AUTH_TOKEN: TOKENS.expired.text },
  });
  const { page } = triage;
  await page.getByRole('heading', { name: 'Sentry refused the gateway’s token' }).waitFor();
  expect(await page.getByRole('textbox').count()).toBe(0);
  expect(await page.locator('input').count()).toBe(0);
});

browserTest('a token that expires while the list is loaded can be replaced there', async () => {
  const gate = createGate(isHashList, 2);
  let isExpired = false;
  await using triage = await openTriage(main, {
    signIn: 'passThrough',
    intercept: async (request) => {
      await gate.intercept(request);
      return isExpired && request.headers.authorization?.endsWith(TOKENS.everyScope.text)
        ? { status: 401, body: '{"detail":"Invalid token"}' }
        : undefined;
    },
  });
  const { page } = triage;
  await page.locator('input').fill(TOKENS.everyScope.text);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expectStatus(page, /^50 hashes so far/);
  await grid(page).focus();
  await page.keyboard.press('Space');
  await selectedBar(page).getByText('1 selected').waitFor();
  isExpired = true;
  gate.open();
  await page.getByText('The rest of the list could not be loaded.').waitFor();
  await page.getByText('Invalid token').first().waitFor();
  await page.getByLabel('Sentry token').fill(TOKENS.sameUser.text);
  await page.keyboard.press('Enter');
  await expectStatus(page, /^250 hashes$/);
  await selectedBar(page).getByText('1 selected').waitFor();
});
