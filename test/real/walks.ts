import { askSentry, type RealGateway } from './real-sentry.ts';

/** A connection of the schema, and its list in Sentry. */
export interface TestedList {
  /** The field of the organization that has the connection; absent for connections of the organization. */
  readonly parent?: string;
  /** The connection's field. */
  readonly field: string;
  /** Its arguments besides those of pages. */
  readonly args?: string;
  /** The field that identifies a node. */
  readonly key: string;
  /** Path of the list in Sentry. */
  readonly path: string;
  /** The key that identifies a row of it. */
  readonly restKey: string;
}

export interface Edge {
  readonly key: string;
  readonly cursor: string;
}

export interface Page {
  readonly edges: readonly Edge[];
  readonly keys: readonly string[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

export interface PageVariables {
  readonly first?: number;
  readonly after?: string | null;
  readonly last?: number;
  readonly before?: string | null;
}

export async function readPage(
  gateway: RealGateway,
  { parent, field, args = '', key }: TestedList,
  variables: PageVariables,
): Promise<Page> {
  const list = `list: ${field}(first: $first, after: $after, last: $last, before: $before, ${args}) {
    edges { cursor node { key: ${key} } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }`;
  const { data, errors } = await gateway.execute(
    `query ($first: Int, $after: String, $last: Int, $before: String) {
      organization(slug: "acme") { ${parent ? `parent: ${parent} { ${list} }` : list} }
    }`,
    variables as Readonly<Record<string, unknown>>,
  );
  if (errors) {
    throw new Error(`${field}, ${JSON.stringify(variables)}: ${JSON.stringify(errors)}`);
  }
  const { edges, pageInfo } = (parent ? data.organization.parent : data.organization).list;
  const flat = edges.map(({ cursor, node }: { cursor: string; node: { key: string } }) => ({
    cursor,
    key: node.key,
  }));
  return { edges: flat, keys: flat.map(({ key }: Edge) => key), ...pageInfo };
}

/** More pages than any list here has. */
const MAX_PAGES = 20;

/** All pages of a list, in the order in which they are read. */
export async function walk(
  gateway: RealGateway,
  list: TestedList,
  direction: 'forward' | 'backward',
  size: number,
): Promise<readonly Page[]> {
  const pages: Page[] = [];
  let cursor: string | null = null;
  do {
    const variables: PageVariables =
      direction === 'forward' ? { first: size, after: cursor } : { last: size, before: cursor };
    const page = await readPage(gateway, list, variables);
    pages.push(page);
    if (pages.length > MAX_PAGES) {
      throw new Error(`The walk of ${list.field} does not end: ${JSON.stringify(page.keys)}`);
    }
    if (direction === 'forward') {
      cursor = page.hasNextPage ? page.endCursor : null;
    } else {
      cursor = page.hasPreviousPage ? page.startCursor : null;
    }
  } while (cursor !== null);
  return pages;
}

/** All edges of a list, from pages of that size. */
export async function readEdges(
  gateway: RealGateway,
  list: TestedList,
  size: number,
): Promise<readonly Edge[]> {
  return (await walk(gateway, list, 'forward', size)).flatMap(({ edges }) => edges);
}

const wholeLists = new Map<string, Promise<readonly string[]>>();

/** The keys of all rows, from Sentry's own responses. */
export function readWholeList(list: TestedList): Promise<readonly string[]> {
  const known = wholeLists.get(list.path) ?? readRestPages(list);
  wholeLists.set(list.path, known);
  return known;
}

async function readRestPages({ path, restKey }: TestedList): Promise<readonly string[]> {
  const keys: string[] = [];
  let cursor: string | undefined;
  do {
    const url = new URL(path, 'http://sentry');
    url.searchParams.set('per_page', '100');
    if (cursor) {
      url.searchParams.set('cursor', cursor);
    }
    const { body, headers } = await askSentry(`${url.pathname}${url.search}`);
    keys.push(...body.map((row: Readonly<Record<string, string>>) => row[restKey]));
    cursor = /rel="next"; results="true"; cursor="([^"]+)"/.exec(headers.get('link') ?? '')?.[1];
  } while (cursor);
  return keys;
}
