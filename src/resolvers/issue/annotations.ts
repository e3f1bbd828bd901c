import { asObject, type Json, type JsonObject, type Unchecked } from '../../sentry/json.ts';
import type { AnnotationJson } from '../../sentry/shapes/issue.ts';

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

const LINK =
  /^\s*<a\s(?:[^>]*\s)?href\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))[^>]*>((?:(?!<a\s).)*)<\/a>\s*$/is;

function readHtml(html: string): JsonObject | null {
  const [, quoted, apostrophed, bare, content = html] = LINK.exec(html) ?? [];
  const url = quoted ?? apostrophed ?? bare;
  const displayName = htmlToText(content);
  return displayName === '' && url === undefined
    ? null
    : { displayName, url: url === undefined ? null : decodeEntities(url) };
}

function htmlToText(html: string): string {
  return decodeEntities(html.replace(/<[^>]*>/g, '')).trim();
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
