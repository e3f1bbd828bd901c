/** A `Link` header of Sentry without the parts that depend on the data. */
export function linkShape(header: string | null): unknown {
  if (header === null) {
    return null;
  }
  const links = [...header.matchAll(/<([^>]+)>; rel="(\w+)"; results="(\w+)"; cursor="([^"]*)"/g)];
  return links.map(([, url = '', rel, results, cursor = '']) => ({
    rel,
    results,
    parameters: [...new URL(url).searchParams.keys()],
    endsWithCursor: url.endsWith(`&cursor=${cursor}`),
    cursor: cursorShape(cursor),
  }));
}

/** Scores depend on the data; a score of 0 and numbers of rows do not. */
function cursorShape(cursor: string): string {
  const [value = '', offset = '', isPrevious] = cursor.split(':');
  // The number of issues with the smallest score depends on the data too.
  const rest = [/e/.test(value) && offset !== '0' ? 'some' : offset, isPrevious];
  const kind = /e/.test(value)
    ? 'a float with an exponent'
    : /\./.test(value)
      ? 'a float'
      : value.length > 3
        ? 'a moment'
        : value;
  return [kind, ...rest].join(':');
}
