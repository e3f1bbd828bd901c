import { ConfigError } from './setting.ts';

export const SENTRY_IO = 'https://sentry.io';

export const TAKES_URL = 'the base URL of a Sentry server, such as https://sentry.example.com';
export const TAKES_TOKEN = 'a Sentry token, without spaces or quotes';

/** Where a value stands, in words for the operator: a variable, or a place in a file. */
export type Place = string;

/** @throws ConfigError that shows the text, unless it carries a password. */
export function toBaseUrl(place: Place, text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.username || url?.password) {
    throw new ConfigError(
      `${place} carries a user name or password: it takes the address alone, the token has a place of its own.`,
    );
  }
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash) {
    throw new ConfigError(`${place} is ${JSON.stringify(text)}: it takes ${TAKES_URL}.`);
  }
  url.pathname = url.pathname.replace(API_PATH, '/');
  if (PAGE_PATH.test(url.pathname)) {
    throw new ConfigError(
      `${place} is ${JSON.stringify(text)}, the address of a page or a route: it takes ${TAKES_URL}.`,
    );
  }
  return url.href;
}

/** Sentry's documentation writes base URLs with it; requests add it. */
const API_PATH = /\/api\/0\/?$/;

/** What the path of a page in the browser, or of a route of the API, has and a base URL has not. */
const PAGE_PATH = /\/(?:api|auth|issues|organizations|settings)(?:\/|$)/;

/** What an HTTP header can carry. The token itself is never shown. */
export function toToken(place: Place, text: string): string {
  if (!/^[\x21-\x7e]+$/.test(text)) {
    throw new ConfigError(
      `${place} has ${text.length} characters, some of which no token has: it takes ${TAKES_TOKEN}.`,
    );
  }
  return text;
}
