import {
  asList,
  asObject,
  asObjects,
  asString,
  asText,
  isObject,
  type Json,
} from '../sentry/json.ts';

/** Longer messages are cut off. */
const MAX_LENGTH = 500;

/**
 * The upstream's own message in the body of a refusal, or null if it has none for people.
 *
 * Sentry: `detail` is text or, for SSO and two-factor refusals, an object with a `message`; retired routes have
 * only `message`, unknown ones `info`; old rate limiters return a bare JSON string; refused fields are keys
 * with a list of messages; an invalid origin and a path without its trailing slash are plain text.
 * GlitchTip: `detail` is text or, for refused parameters, a list of objects with `loc` and `msg`; its rate
 * limiter has a `message`. Pages of proxies are ignored.
 */
export function readWords(text: string, contentType: string | undefined): string | null {
  const words = /^text\/plain\b/i.test(contentType ?? '') ? readPlainText(text) : readJson(text);
  return words?.trim() ? words.trim().slice(0, MAX_LENGTH) : null;
}

/**
 * The new slug of a renamed project: Sentry answers the old slug with a redirect whose body is
 * `{"detail": {"code": "resource-moved", "extra": {"slug": "…"}}}`. Null for any other body.
 */
export function readNewSlug(text: string): string | null {
  const detail = asObject(asObject(parse(text))?.['detail']);
  const slug = asString(asObject(detail?.['extra'])?.['slug']);
  return detail?.['code'] === 'resource-moved' && slug !== null && /^[\w-]{1,100}$/.test(slug)
    ? slug
    : null;
}

/** `{"detail": "Internal Error", "errorId": "…"}`: Sentry's application failed, but is reachable. */
export function readErrorId(text: string): string | undefined {
  const errorId = asString(asObject(parse(text))?.['errorId']);
  return errorId !== null && /^[0-9a-f]{32}$/.test(errorId) ? errorId : undefined;
}

/** The first line; the following lines point at the path. JSON may be labelled as plain text too. */
function readPlainText(text: string): string | null {
  const words = readJson(text);
  return words ?? (/^\s*[<[{]/.test(text) ? null : (text.trim().split('\n')[0] ?? null));
}

function readJson(text: string): string | null {
  const body = parse(text);
  if (!isObject(body)) {
    return asString(body);
  }
  const { detail, message, info } = body;
  return (
    asString(isObject(detail) ? detail['message'] : detail) ??
    readParameters(detail) ??
    asString(message) ??
    asString(info) ??
    readFields(body)
  );
}

function parse(text: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** `[{"loc": ["query", "limit"], "msg": "…"}]`, of Django Ninja. */
function readParameters(detail: Json | undefined): string | null {
  const [first] = asObjects(detail) ?? [];
  const sentence = asString(first?.['msg']);
  const name = asText(asList(first?.['loc'])?.at(-1));
  return sentence === null || name === null ? sentence : `\`${name}\`: ${sentence}`;
}

/** `{"status": ["\"x\" is not a valid choice."]}`, of Django REST framework. */
function readFields(body: { readonly [name: string]: Json | undefined }): string | null {
  for (const [name, value] of Object.entries(body)) {
    const sentence = asString(asList(value)?.[0]);
    if (sentence !== null) {
      return `\`${name}\`: ${sentence}`;
    }
  }
  return null;
}
