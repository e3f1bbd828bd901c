import {
  asList,
  asObject,
  asString,
  type Json,
  type JsonList,
  type Unchecked,
} from '../sentry/json.ts';

type Value = Json | Unchecked<unknown> | undefined;

/** Names and values as pairs, or as an object; null for a pair that Sentry removed. */
export function asNamedValues(value: Value): readonly (JsonList | null)[] | null {
  const object = asObject(value as Json | undefined);
  return object
    ? Object.entries(object).map(([name, item]) => [name, item ?? null])
    : (asList(value)?.map(asList) ?? null);
}

/** Cookies as a list on Sentry; on GlitchTip as sent by the SDK, which may be the text of a header. */
export function asCookies(value: Value): readonly (JsonList | null)[] | null {
  const text = asString(value);
  return text === null ? asNamedValues(value) : readCookieHeader(text);
}

function readCookieHeader(text: string): readonly JsonList[] {
  return text
    .split(';')
    .filter((cookie) => cookie.trim() !== '')
    .map((cookie) => {
      const [name = '', ...value] = cookie.split('=');
      return [name.trim(), value.length > 0 ? value.join('=').trim() : null];
    });
}
