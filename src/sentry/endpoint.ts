export type Query = Readonly<Record<string, string | number | readonly string[] | undefined>>;

/** The names that stand after a colon in a template. */
export type ParamsOf<Template extends string> = Template extends `${string}:${infer Rest}`
  ? Rest extends `${infer Name}/${infer Tail}`
    ? Name | ParamsOf<Tail>
    : Rest
  : never;

/**
 * Where in its answer an endpoint has events: in a row's `latestEvent`, as the rows, or as the body.
 */
export type EventPlace = 'latestEventOfRows' | 'rows' | 'body';

/** What a change makes out of date besides the lists: `issueOfEvents` moves events between issues. */
export type Change = 'issue' | 'issueOfEvents';

export interface EndpointOptions {
  /** The least scope that Sentry's permission class for it takes; null where that is not known. */
  readonly scope: string | null;
  /** Absent where the answer has no events, or always has them in full. */
  readonly events?: EventPlace;
  /** What it changes; absent where it only reads. */
  readonly changes?: Change;
  /** Whether sentry.io counts it apart, by a rate limit of its own. @default false */
  readonly hasOwnLimit?: boolean;
  /** How the ids of a request are written into its query; absent where it takes none. */
  readonly idsToQuery?: (ids: readonly string[]) => Query;
}

/** One kind of request to a server: what does not depend on who asks, or for what. */
export interface Endpoint<Param extends string = string> extends EndpointOptions {
  /** Its name in the table, which tells it from all others. */
  readonly name: string;
  readonly method: 'GET' | 'PUT' | 'DELETE';
  /** Its path below `/api/0`, cut at the slashes; a param has its colon. */
  readonly segments: readonly string[];
  readonly params: readonly Param[];
  /** The path with `*` for each param: for metrics, spans and limits. */
  readonly label: string;
  readonly isBulkChange?: false;
}

/** A change of many issues at once, which takes issues that were just listed (`SeenIssues`). */
export interface BulkEndpoint<Param extends string = string>
  extends Omit<Endpoint<Param>, 'isBulkChange'> {
  readonly isBulkChange: true;
}

/** What a request on its way to a server is for. */
export type AnyEndpoint = Endpoint | BulkEndpoint;

/** An endpoint whose name is that of its entry in the table. */
export type Unnamed<Param extends string> = Omit<Endpoint<Param>, 'name'>;

export function endpoint<const Template extends string>(
  method: Endpoint['method'],
  template: Template,
  options: EndpointOptions,
): Unnamed<ParamsOf<Template>> {
  const segments = template.split('/');
  return {
    ...options,
    method,
    segments,
    params: segments.filter(isParam).map((segment) => segment.slice(1) as ParamsOf<Template>),
    label: segments.map((segment) => (isParam(segment) ? '*' : segment)).join('/'),
  };
}

export function bulkEndpoint<const Template extends string>(
  template: Template,
  options: EndpointOptions,
): Omit<BulkEndpoint<ParamsOf<Template>>, 'name'> {
  return { ...endpoint('PUT', template, options), isBulkChange: true };
}

type Named<Table> = { readonly [Name in keyof Table]: Table[Name] & { readonly name: string } };

export function nameEndpoints<
  Table extends Readonly<Record<string, Unnamed<string> | Omit<BulkEndpoint, 'name'>>>,
>(table: Table): Named<Table> {
  const entries = Object.entries(table).map(([name, unnamed]) => [name, { ...unnamed, name }]);
  return Object.fromEntries(entries) as Named<Table>;
}

export function isParam(segment: string): boolean {
  return segment.startsWith(':');
}
