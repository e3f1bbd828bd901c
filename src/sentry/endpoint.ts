export type Query = Readonly<Record<string, string | number | readonly string[] | undefined>>;

/** The names after colons in a template. */
type ParamsOf<Template extends string> = Template extends `${string}:${infer Rest}`
  ? Rest extends `${infer Name}/${infer Tail}`
    ? Name | ParamsOf<Tail>
    : Rest
  : never;

/** The place of events in a response: the `latestEvent` of a row, the rows, or the body. */
type EventPlace = 'latestEventOfRows' | 'rows' | 'body';

/** What a change makes outdated in addition to lists: `issueOfEvents` moves events between issues. */
export type Change = 'issue' | 'issueOfEvents';

interface EndpointOptions {
  /** The smallest scope that Sentry's permission class accepts; null if it is unknown. */
  readonly scope: string | null;
  /** Absent if the response has no events, or always full ones. */
  readonly events?: EventPlace;
  /** Computed from one stored event, which never changes: cached as long as events. @default false */
  readonly isOfStoredEvent?: boolean;
  /** The server has no light events, and no parameter for them. @default false */
  readonly isAlwaysFull?: boolean;
  /** Absent for a read. */
  readonly changes?: Change;
  /** Has a rate limit of its own on sentry.io. @default false */
  readonly hasOwnLimit?: boolean;
  /** Writes IDs into the query; absent if the endpoint takes none. */
  readonly idsToQuery?: (ids: readonly string[]) => Query;
}

/** A URL template with its method, scope and effects. */
export interface Endpoint<Param extends string = string> extends EndpointOptions {
  /** Its name in the table, unique. */
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Its path below `/api/0`, split at slashes; parameters keep their colon. */
  readonly segments: readonly string[];
  readonly params: readonly Param[];
  /** The path with `*` for each parameter, for metrics, spans and rate limits. */
  readonly label: string;
  readonly isBulkChange?: false;
}

/** A change of several issues at once, which requires that they were just listed (`SeenIssues`). */
export interface BulkEndpoint<Param extends string = string>
  extends Omit<Endpoint<Param>, 'isBulkChange'> {
  readonly isBulkChange: true;
}

export type AnyEndpoint = Endpoint | BulkEndpoint;

/** The table adds the name. */
type Unnamed<Param extends string> = Omit<Endpoint<Param>, 'name'>;

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
