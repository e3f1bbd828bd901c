import {
  asList,
  asObject,
  asString,
  isObject,
  type Json,
  type JsonObject,
} from '../sentry/json.ts';

/** Longer messages are cut off. */
const MAX_LENGTH = 500;

/**
 * The upstream's own message in the body of a refusal, or null if it has none for people.
 *
 * Sentry: `detail` is text or, for SSO and two-factor refusals, an object with a `message`; retired routes have
 * only `message`, unknown ones `info`; old rate limiters return a bare JSON string; some refusals are a list with a
 * message; a comment that repeats another one is refused with an object as a JSON string; refused fields are keys with
 * messages; an invalid origin and a path without its trailing slash are plain text.
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
  if (typeof body === 'string' && isObject(parse(body))) {
    return readJson(body);
  }
  if (!isObject(body)) {
    return asString(asList(body)?.[0]) ?? asString(body);
  }
  const { detail, message, info } = body;
  return (
    asString(isObject(detail) ? detail['message'] : detail) ??
    readParameters(detail) ??
    asString(message) ??
    asString(info) ??
    readFields(isObject(detail) ? detail : body)
  );
}

function parse(text: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** `[{"loc": ["query", "limit"], "msg": "…"}]`, of Django Ninja, or a list of texts. */
function readParameters(detail: Json | undefined): string | null {
  const [first] = asList(detail) ?? [];
  if (!isObject(first)) {
    return asString(first);
  }
  const sentence = asString(first['msg']);
  // The last part may be an index, if the parameter is a list.
  const name = asList(first['loc'])?.findLast((part) => typeof part === 'string');
  return sentence === null || name === undefined ? sentence : `\`${String(name)}\`: ${sentence}`;
}

/** Refused fields may be objects of fields. */
const MAX_DEPTH = 3;

/**
 * `{"status": ["\"x\" is not a valid choice."]}`, of Django REST framework: a list of texts, one text or an object for
 * each field. Errors of no field have the name `non_field_errors`.
 */
function readFields(body: JsonObject, path: readonly string[] = []): string | null {
  for (const [name, value] of Object.entries(body)) {
    const inside = name === 'non_field_errors' ? path : [...path, name];
    const words =
      isObject(value) && inside.length < MAX_DEPTH
        ? readFields(value, inside)
        : readField(value, inside);
    if (words !== null) {
      return words;
    }
  }
  return null;
}

/** One word is a code or an ID. */
function readField(value: Json | undefined, path: readonly string[]): string | null {
  const sentence = asString(asList(value)?.[0]) ?? asString(value);
  if (!sentence?.includes(' ')) {
    return null;
  }
  return path.length === 0 ? sentence : `\`${path.join('.')}\`: ${sentence}`;
}
