import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  Source,
  validate,
} from 'graphql';
import { measureRequests } from '../graphql/limits/measure-requests.ts';
import { exceedsLightEvent } from '../resolvers/light-event.ts';
import { fragmentsOf, Selection } from '../selection.ts';
import { wrongArguments } from './refusal.ts';

/** The rows of an export: a fragment, and the operations that read pages of it. */
export interface SelectedRows {
  readonly type: RowType;
  /** The issues of an organization; with the rows, if they are issues. */
  readonly issues: DocumentNode;
  /** The rows of one issue; null if the rows are issues. */
  readonly ofIssue: DocumentNode | null;
  /** Most rows of a page, of the first one and of those after a cursor. */
  readonly pageSize: { readonly first: number; readonly next: number };
}

type RowType = 'Issue' | 'IssueHash' | 'Event';

const ROW_TYPES: readonly string[] = ['Issue', 'IssueHash', 'Event'] satisfies RowType[];

/** A page after a cursor requests one row more, at which it begins: 100 rows are one request. */
const LIGHT_PAGE = { first: 100, next: 99 };
/** Sentry gives ten full events a request. Larger pages would be tens of megabytes. */
const FULL_PAGE = { first: 20, next: 19 };
/** Issues that one operation reads, if each takes requests of its own. */
const MAX_REQUESTS_OF_PAGE = 100;

const FILTER_VARIABLES =
  '$query: String, $project: [String!], $environment: [String!], $start: DateTime, $end: DateTime';
const FILTER =
  'query: $query, project: $project, environment: $environment, start: $start, end: $end';

/** @throws ExportRefusal if the text is not a fragment for rows. */
export function selectRows(text: string, name: string, schema: GraphQLSchema): SelectedRows {
  const fragments = readFragments(text, name);
  const [row] = fragments;
  const type = row.typeCondition.name.value as RowType;
  const issues =
    type === 'Issue'
      ? toDocument(issuesOperation(`...${row.name.value}`), fragments)
      : toDocument(issuesOperation('issueId'), []);
  const ofIssue = type === 'Issue' ? null : toDocument(rowsOperation(row, type), fragments);
  refuseInvalid(schema, ofIssue ?? issues, name);
  // Parsed once more, so that each position names one place of the document.
  const reparse = (document: DocumentNode) => parse(print(document));
  return {
    type,
    issues: reparse(issues),
    ofIssue: ofIssue && reparse(ofIssue),
    pageSize: pageSizeOf(schema, reparse(ofIssue ?? issues), type),
  };
}

function readFragments(
  text: string,
  name: string,
): readonly [FragmentDefinitionNode, ...FragmentDefinitionNode[]] {
  let document: DocumentNode;
  try {
    document = parse(new Source(text, name));
  } catch (error) {
    throw wrongArguments(describe(error as GraphQLError, name));
  }
  const [row, ...others] = document.definitions.filter(
    (definition) => definition.kind === Kind.FRAGMENT_DEFINITION,
  );
  if (row === undefined || others.length + 1 < document.definitions.length) {
    throw wrongArguments(
      `${name} holds something else than fragments; expected a fragment on Issue, IssueHash or Event.`,
    );
  }
  const type = row.typeCondition.name.value;
  if (!ROW_TYPES.includes(type)) {
    throw wrongArguments(
      `${name} begins with a fragment on ${type}; expected Issue, IssueHash or Event.`,
    );
  }
  return [row, ...others];
}

function refuseInvalid(schema: GraphQLSchema, document: DocumentNode, name: string): void {
  const [error] = validate(schema, document, undefined, { maxErrors: 1 });
  if (error) {
    throw wrongArguments(describe(error, name));
  }
}

function describe({ message, locations }: GraphQLError, name: string): string {
  const [place] = locations ?? [];
  return `${name}${place ? `:${place.line}:${place.column}` : ''}: ${message}`;
}

/** Newest issue first: unlike the default order, it does not change when an issue gets an event. */
function issuesOperation(selection: string): string {
  return `query Issues($organization: String!, $first: Int!, $after: String, ${FILTER_VARIABLES}) {
  organization(slug: $organization) {
    list: issues(first: $first, after: $after, sort: "new", ${FILTER}) {
      totalCount
      edges { cursor node { ${selection} } }
      pageInfo { hasNextPage }
    }
  }
}`;
}

function rowsOperation(row: FragmentDefinitionNode, type: RowType): string {
  const isEvent = type === 'Event';
  return `query Rows($organization: String!, $issue: String!, $first: Int!, $after: String${isEvent ? ', $environment: [String!], $start: DateTime, $end: DateTime' : ''}) {
  issue(organization: $organization, id: $issue) {
    list: ${isEvent ? 'events' : 'hashes'}(first: $first, after: $after${isEvent ? ', environment: $environment, start: $start, end: $end' : ''}) {
      edges { cursor node { ...${row.name.value} } }
      pageInfo { hasNextPage }
    }
  }
}`;
}

function toDocument(operation: string, fragments: readonly FragmentDefinitionNode[]): DocumentNode {
  return { kind: Kind.DOCUMENT, definitions: [...parse(operation).definitions, ...fragments] };
}

function pageSizeOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  type: RowType,
): SelectedRows['pageSize'] {
  const size = needsFullEvents(schema, document, type) ? FULL_PAGE : LIGHT_PAGE;
  const most = Math.floor(MAX_REQUESTS_OF_PAGE / Math.max(1, requestsOfRow(schema, document)));
  const limit = (rows: number) => Math.max(1, Math.min(rows, most));
  return { first: limit(size.first), next: limit(type === 'Issue' ? size.first : size.next) };
}

/** Requests that each row takes of its own, at most. */
export function requestsOfRow(schema: GraphQLSchema, document: DocumentNode): number {
  const requests = (first: number) =>
    measureRequests({
      schema,
      fragments: fragmentsOf(document),
      operation: operationOf(document),
      variables: { first },
      fullPageRows: FULL_PAGE.first,
    }).requests;
  return requests(2) - requests(1);
}

function needsFullEvents(schema: GraphQLSchema, document: DocumentNode, type: RowType): boolean {
  const root = new Selection(
    { schema, fragments: fragmentsOf(document), variables: {} },
    schema.getQueryType() ?? undefined,
    [operationOf(document)],
  );
  const row = root.at('issue', type === 'Event' ? 'events' : 'hashes', 'edges', 'node');
  return type !== 'Issue' && exceedsLightEvent(type === 'Event' ? row : row.at('latestEvent'));
}

function operationOf({ definitions }: DocumentNode): OperationDefinitionNode {
  return definitions[0] as OperationDefinitionNode;
}
