import {
  asList,
  asObject,
  asString,
  type Json,
  type JsonList,
  type Unchecked,
} from '../../sentry/json.ts';

type Value = Json | Unchecked<unknown> | undefined;

/** Names and values in lists of two, or as an object; Sentry has null for a pair that it removed. */
export function asNamedValues(value: Value): readonly (JsonList | null)[] | null {
  const object = asObject(value as Json | undefined);
  return object
    ? Object.entries(object).map(([name, item]) => [name, item ?? null])
    : (asList(value)?.map(asList) ?? null);
}

/** Cookies as Sentry lists them; of GlitchTip as the SDK sent them, which may be a header's text. */
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
