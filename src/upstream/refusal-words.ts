import { asList, asObject, asObjects, asString, isObject, type Json } from '../sentry/json.ts';

/** Longer messages are cut off. */
const MAX_LENGTH = 500;

/**
 * The upstream's own message in the body of a refusal, or null if it has none for people.
 *
 * Sentry: `detail` is text or, for SSO and two-factor refusals, an object with a `message`; retired routes have
 * only `message`, unknown ones `info`; old rate limiters return a bare JSON string; some refusals are a list with a
 * message; refused fields are keys with messages; an invalid origin and a path without its trailing slash are plain text.
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
    return asString(body) ?? firstText(body);
  }
  const { detail, message, info } = body;
  return (
    asString(isObject(detail) ? detail['message'] : detail) ??
    firstText(detail) ??
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
  // The last part may be an index, if the parameter is a list.
  const name = asList(first?.['loc'])?.findLast((part) => typeof part === 'string') ?? null;
  return sentence === null || name === null ? sentence : `\`${String(name)}\`: ${sentence}`;
}

/**
 * Of Django REST framework: `{"status": ["\"x\" is not a valid choice."]}`, or an object with the refused parts of a
 * field. Since 2026 an assignee that the token may not assign is refused with a text.
 */
function readFields(
  body: { readonly [name: string]: Json | undefined },
  path: readonly string[] = [],
): string | null {
  for (const [name, value] of Object.entries(body)) {
    const sentence = readField(name, value, name === 'non_field_errors' ? path : [...path, name]);
    if (sentence !== null) {
      return sentence;
    }
  }
  return null;
}

function readField(name: string, value: Json | undefined, path: readonly string[]): string | null {
  const sentence = firstText(value) ?? (name === 'assignedTo' ? asString(value) : null);
  if (sentence !== null) {
    return path.length === 0 ? sentence : `\`${path.join('.')}\`: ${sentence}`;
  }
  return isObject(value) && path.length < MAX_DEPTH ? readFields(value, path) : null;
}

/** Fields of a field, as in `statusDetails.inRelease`. */
const MAX_DEPTH = 3;

/** `["Only error issues can be merged."]` */
function firstText(value: Json | undefined): string | null {
  return asString(asList(value)?.[0]);
}
