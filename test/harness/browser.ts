import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, test } from 'vitest';

const CHROMIUM = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

/** A test that needs a browser. Without one it is skipped with the reason in its name; in CI it fails. */
export function browserTest(name: string, run: () => Promise<void>, timeoutMs?: number): void {
  if (existsSync(CHROMIUM) || process.env['CI'] === 'true') {
    test(name, run, timeoutMs);
  } else {
    test.skip(`${name} (no Chromium at ${CHROMIUM}: install it, or set CHROMIUM_PATH)`, run);
  }
}

/** Builds the pages of the gateway if their sources have changed. */
export async function buildPages(): Promise<void> {
  await promisify(execFile)(process.execPath, ['pages/build.mjs']);
}

export interface TestPage extends AsyncDisposable {
  readonly page: Page;
  /** Requests to other machines; each was blocked. */
  readonly requestsAway: readonly string[];
  /** Uncaught errors, console errors and violations of the Content-Security-Policy. */
  readonly pageErrors: readonly string[];
}

export interface TestPageOptions {
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: 'light' | 'dark';
}

/** One for all pages of a test file: starting it takes seconds. */
let browser: Promise<Browser> | undefined;
afterAll(async () => {
  await (await browser)?.close();
  browser = undefined;
});

/** Opens a blank page with a profile of its own, which can only reach loopback addresses. */
export async function openPage({
  width = 1280,
  height = 800,
  colorScheme = 'light',
}: TestPageOptions = {}): Promise<TestPage> {
  browser ??= launch();
  const requestsAway: string[] = [];
  const pageErrors: string[] = [];
  const context = await (await browser).newContext({ viewport: { width, height }, colorScheme });
  const page = await context.newPage();
  page.on('pageerror', (error) => pageErrors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') {
      pageErrors.push(message.text());
    }
  });
  await context.route(
    ({ hostname }) => !['127.0.0.1', 'localhost', '[::1]'].includes(hostname),
    (route) => {
      requestsAway.push(route.request().url());
      return route.abort('internetdisconnected');
    },
  );
  return {
    page,
    requestsAway,
    pageErrors,
    [Symbol.asyncDispose]: () => context.close(),
  };
}

async function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
