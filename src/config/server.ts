import { ConfigError } from './setting.ts';

export const SENTRY_IO = 'https://sentry.io';

export const EXPECTED_URL = 'the base URL of a Sentry server, such as https://sentry.example.com';
export const EXPECTED_TOKEN = 'a Sentry token, without spaces or quotes';

/** A variable or a place in a file, as error messages name it. */
export type Place = string;

/** @throws ConfigError that quotes the text, unless it contains a password. */
export function toBaseUrl(place: Place, text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.username || url?.password) {
    throw new ConfigError(
      `${place} contains a user name or password; expected ${EXPECTED_URL}. The token is a separate setting.`,
    );
  }
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash) {
    throw new ConfigError(`${place} is ${JSON.stringify(text)}; expected ${EXPECTED_URL}.`);
  }
  url.pathname = url.pathname.replace(API_PATH, '/');
  if (PAGE_PATH.test(url.pathname)) {
    throw new ConfigError(
      `${place} is ${JSON.stringify(text)}, the URL of a page or an endpoint; expected ${EXPECTED_URL}.`,
    );
  }
  return url.href;
}

/** Sentry's documentation writes base URLs with it; the transport adds it. */
const API_PATH = /\/api\/0\/?$/;

/** In the path of a web page or an API endpoint, and never in a base URL. */
const PAGE_PATH = /\/(?:api|auth|issues|organizations|settings)(?:\/|$)/;

/** Accepts what an HTTP header can contain. Error messages never contain the token. */
export function toToken(place: Place, text: string): string {
  if (!/^[\x21-\x7e]+$/.test(text)) {
    throw new ConfigError(
      `${place} (${text.length} characters) contains characters that a token cannot have; expected ${EXPECTED_TOKEN}.`,
    );
  }
  return text;
}
