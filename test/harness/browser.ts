import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { type Browser, chromium, type Page } from 'playwright-core';
import { test } from 'vitest';

const CHROMIUM = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

/** A test that needs a browser: skipped, with the reason in its name, where there is none outside CI. */
export function browserTest(name: string, run: () => Promise<void>): void {
  if (existsSync(CHROMIUM) || process.env['CI'] === 'true') {
    test(name, run);
  } else {
    test.skip(`${name} (no Chromium at ${CHROMIUM}: install it, or set CHROMIUM_PATH)`, run);
  }
}

/** Builds the pages that the gateway serves, unless they are built and nothing has changed. */
export async function buildPages(): Promise<void> {
  await promisify(execFile)(process.execPath, ['pages/build.mjs']);
}

export interface TestPage extends AsyncDisposable {
  readonly page: Page;
  /** Requests that would have left the machine; each was refused. */
  readonly requestsAway: readonly string[];
  /** What went wrong inside the page: uncaught errors, errors on the console, refusals by policy. */
  readonly troubles: readonly string[];
}

export interface TestPageOptions {
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: 'light' | 'dark';
}

/** Opens a blank page of a fresh Chromium, from which only the loopback interface can be reached. */
export async function openPage({
  width = 1280,
  height = 800,
  colorScheme = 'light',
}: TestPageOptions = {}): Promise<TestPage> {
  const browser = await launch();
  const requestsAway: string[] = [];
  const troubles: string[] = [];
  const context = await browser.newContext({ viewport: { width, height }, colorScheme });
  const page = await context.newPage();
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') {
      troubles.push(message.text());
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
    troubles,
    [Symbol.asyncDispose]: () => browser.close(),
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
