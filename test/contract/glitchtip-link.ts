/** A `Link` header of GlitchTip without the parts that depend on the data. */
export function linkShape(header: string | null): unknown {
  if (header === null) {
    return null;
  }
  const links = [
    ...header.matchAll(/<([^>]+)>; rel="(\w+)"; results="(\w+)"(?:; cursor="([^"]*)")?/g),
  ];
  return {
    start: header.slice(0, 3),
    end: header.slice(-2),
    links: links.map(([, url = '', rel, results, cursor]) => ({
      rel,
      results,
      parameters: [...new URL(url).searchParams.keys()],
      cursor: cursor === undefined ? null : cursorShape(cursor),
      isCursorOfUrl: cursor === undefined || new URL(url).searchParams.get('cursor') === cursor,
    })),
  };
}

const POSITIONS: Readonly<Record<string, RegExp>> = {
  'a checksum': /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  'a time': /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{6})?\+00:00$/,
  'a number': /^\d+$/,
};

function cursorShape(cursor: string): Readonly<Record<string, string | undefined>> {
  const tokens = new URLSearchParams(Buffer.from(cursor, 'base64').toString());
  return Object.fromEntries(
    [...tokens].map(([name, value]) => [
      name,
      name === 'p'
        ? (Object.keys(POSITIONS).find((kind) => POSITIONS[kind]?.test(value)) ?? 'a text')
        : value,
    ]),
  );
}
