import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { createDataset } from '../../embedded-sentry/dataset.ts';
import { openPage, type TestPage, type TestPageOptions } from './browser.ts';
import { startGateway, type TestGateway, type TestGatewayOptions } from './gateway.ts';

export interface TriageOptions extends TestGatewayOptions {
  readonly browser?: TestPageOptions;
  /** Of the URL, with `#`. */
  readonly fragment?: string;
}

export interface TriagePage extends TestPage {
  readonly gateway: TestGateway;
}

/** Opens an issue over a demo Sentry that carries out an unmerge at once. */
export async function openTriage(
  issue: string,
  { browser = {}, fragment = '', env, ...options }: TriageOptions = {},
): Promise<TriagePage> {
  const gateway = await startGateway({
    dataset: createDataset({ unmergeDelayMs: 1 }),
    ...options,
    // A test holds requests for as long as it needs.
    env: {
      OPERATION_TIMEOUT_MS: '600000',
      SENTRY_TIMEOUT_MS: '600000',
      SENTRY_HEADERS_TIMEOUT_MS: '600000',
      ...env,
    },
  });
  const opened = await openPage(browser);
  await opened.page.goto(
    new URL(`/triage?organization=hellboy-meowmeow&issue=${issue}${fragment}`, gateway.url).href,
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

/** Whether the path of a request is that of an issue's hashes. */
export const isHashList = (path: string) => path.endsWith('/hashes/');
export const grid = (page: Page) => page.getByRole('treegrid', { name: 'Hashes of the issue' });
export const row = (page: Page, name: string | RegExp) => grid(page).getByRole('row', { name });
export const seen = (page: Page, text: string) => page.getByText(text, { exact: true }).waitFor();
export const selectedBar = (page: Page) => page.getByRole('region', { name: 'Selected hashes' });

/** Loads the page again, with another text in all responses of the gateway. `page.unrouteAll` ends it. */
export async function reloadWith(page: Page, text: string, replacement: string): Promise<void> {
  await page.route('**/graphql', async (route) => {
    const response = await route.fetch();
    await route.fulfill({
      response,
      body: (await response.text()).replaceAll(text, replacement),
    });
  });
  await page.reload();
}

/** The text beside the filter becomes this one. */
export async function expectStatus(page: Page, text: string | RegExp): Promise<void> {
  const status = page.getByRole('search').getByRole('status');
  await expect.poll(() => status.textContent(), { timeout: 30_000 }).toMatch(text);
}

/** Whether the focus is on this element or in it. */
export async function hasFocus(page: Page, selector: string): Promise<boolean> {
  return page.evaluate(`document.activeElement?.closest(${JSON.stringify(selector)}) != null`);
}

/** The hashes of each unmerge that Sentry was asked for. */
export function unmerged({ upstream }: TestGateway): readonly (readonly string[])[] {
  return upstream.requests
    .filter(({ method, path }) => method === 'PUT' && isHashList(path))
    .map(({ query }) => query.getAll('id'));
}

/** After an unmerge was sent, holds requests for hashes until `open` is called: its progress stays unknown. */
export function createUnmergeGate() {
  let isSent = false;
  const gate = createGate((path) => isSent && isHashList(path));
  return {
    open: gate.open,
    intercept: async (request: { readonly method: string; readonly path: string }) => {
      isSent ||= request.method === 'PUT';
      return request.method === 'PUT' ? undefined : gate.intercept(request);
    },
  };
}

/** Holds requests to Sentry until `open` is called; the first `free` ones pass. */
export function createGate(matches: (path: string) => boolean, free = 0) {
  let passed = 0;
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return {
    open: () => open(),
    intercept: async ({ path }: { readonly path: string }): Promise<undefined> => {
      if (matches(path)) {
        passed += 1;
        if (passed > free) {
          await opened;
        }
      }
    },
  };
}
