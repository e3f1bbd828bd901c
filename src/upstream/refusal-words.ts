import {
  asList,
  asObject,
  asObjects,
  asString,
  asText,
  isObject,
  type Json,
} from '../sentry/json.ts';

/** Longest text of an upstream that is passed on as a message. */
const MAX_LENGTH = 500;

/**
 * The upstream's own words in the body of a refusal, or null where it has none that a caller can read.
 *
 * Sentry: `detail` is text or, for SSO and two-factor refusals, an object with a `message`; retired
 * routes have `message` alone, unknown ones `info`; old limiters give a bare JSON string; refused
 * fields are keys with a list of sentences; a bad origin and a path without its slash are plain text.
 * GlitchTip: `detail` is text or, for refused parameters, a list of objects with `loc` and `msg`; its
 * limiter has a `message`. Of proxies' pages nothing is passed on.
 */
export function readWords(text: string, contentType: string | undefined): string | null {
  const words = /^text\/plain\b/i.test(contentType ?? '') ? readPlainText(text) : readJson(text);
  return words?.trim() ? words.trim().slice(0, MAX_LENGTH) : null;
}

/**
 * The slug that a renamed project has now: Sentry answers its old one with a redirect whose body says
 * `{"detail": {"code": "resource-moved", "extra": {"slug": "…"}}}`. Null in any other answer.
 */
export function readNewSlug(text: string): string | null {
  const detail = asObject(asObject(parse(text))?.['detail']);
  const slug = asString(asObject(detail?.['extra'])?.['slug']);
  return detail?.['code'] === 'resource-moved' && slug !== null && /^[\w-]{1,100}$/.test(slug)
    ? slug
    : null;
}

/** `{"detail": "Internal Error", "errorId": "…"}`: Sentry's application failed, and is there. */
export function readErrorId(text: string): string | undefined {
  const errorId = asString(asObject(parse(text))?.['errorId']);
  return errorId !== null && /^[0-9a-f]{32}$/.test(errorId) ? errorId : undefined;
}

/** The first line: what follows it points at the path. JSON may be called plain text too. */
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
