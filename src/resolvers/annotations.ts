import { asObject, type Json, type JsonObject, type Unchecked } from '../sentry/json.ts';
import type { AnnotationJson } from '../sentry/shapes/issue.ts';

/**
 * The annotations of an issue. Sentry before July 2024 sends HTML: usually a link, or any text of a
 * plugin.
 */
export function asAnnotations(
  value: Unchecked<readonly (AnnotationJson | string)[]> | undefined,
): readonly AnnotationJson[] | null {
  const items = value as Json | undefined;
  return Array.isArray(items)
    ? items
        .map((item: Json) => (typeof item === 'string' ? readHtml(item) : asObject(item)))
        .filter((annotation) => annotation !== null)
    : null;
}

/** A link and nothing else. The patterns take linear time for any text. */
const LINK = /^\s*<a\s(?<attributes>[^<>]*)>(?<content>.*)<\/a>\s*$/is;
const LINK_START = /<a\s/i;
const HREF =
  /(?:^|\s)href\s*=\s*(?:"(?<quoted>[^"]*)"|'(?<apostrophed>[^']*)'|(?<bare>[^\s"'>]+))/i;
const TAG = /<[^<>]*>/g;

function readHtml(html: string): JsonObject | null {
  const { attributes = '', content = '' } = LINK.exec(html)?.groups ?? {};
  const { quoted, apostrophed, bare } = HREF.exec(attributes)?.groups ?? {};
  const url = LINK_START.test(content) ? undefined : (quoted ?? apostrophed ?? bare);
  const displayName = htmlToText(url === undefined ? html : content);
  return displayName === '' && url === undefined
    ? null
    : { displayName, url: url === undefined ? null : decodeEntities(url) };
}

function htmlToText(html: string): string {
  return decodeEntities(html.replace(TAG, '')).trim();
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00a0'],
]);

function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));/gi,
    (entity, hex, decimal, name) => {
      if (name !== undefined) {
        return ENTITIES.get(name.toLowerCase()) ?? entity;
      }
      const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return point <= 0x10ffff ? String.fromCodePoint(point) : entity;
    },
  );
}
