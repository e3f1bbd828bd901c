import type { GraphQLResponse, RequestParameters, Variables } from 'relay-runtime';

/** With the gateway's error code, or `OFFLINE` if the gateway cannot be reached. */
export class RequestFailure extends Error {
  override readonly name = 'RequestFailure';
  readonly code: string;
  /** Status of the HTTP response; null if there was none. */
  readonly status: number | null;

  constructor(code: string, message: string, status: number | null = null) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

export interface OperationError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: { readonly code?: string };
}

export interface OperationResult {
  readonly status: number;
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly OperationError[];
}

/** Sends an operation; GraphQL errors are in its result. */
export async function send(
  { text, name }: RequestParameters,
  variables: Variables,
  headers: Readonly<Record<string, string>>,
): Promise<OperationResult> {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query: text, operationName: name, variables }),
  }).catch(() => {
    throw new RequestFailure('OFFLINE', 'The gateway cannot be reached.');
  });
  const { status } = response;
  const result = await response.json().catch(() => {
    throw new RequestFailure(`HTTP ${status}`, 'The response of the gateway is not JSON.', status);
  });
  return { ...result, status };
}

/** Lists that are a page's purpose, below a root field. A null would replace the list in the store. */
const MAIN_LISTS: readonly unknown[] = ['hashes', 'issues'];

/**
 * Sends an operation. Throws if all root fields are null, or all items of their lists, or if a main list failed.
 * Other failed fields are null.
 */
export async function sendOrFail(
  request: RequestParameters,
  variables: Variables,
  headers: Readonly<Record<string, string>>,
): Promise<GraphQLResponse> {
  const { status, ...result } = await send(request, variables, headers);
  const { data, errors = [] } = result;
  const failure = Object.values(data ?? {}).every(isNothing)
    ? errors[0]
    : errors.find(({ path }) => path?.length === 2 && MAIN_LISTS.includes(path[1]));
  if (failure) {
    throw new RequestFailure(failure.extensions?.code ?? 'UNKNOWN', failure.message, status);
  }
  return result as GraphQLResponse;
}

function isNothing(field: unknown): boolean {
  return Array.isArray(field) ? field.every((item) => item === null) : field === null;
}

export function toFailure(error: unknown): RequestFailure {
  return error instanceof RequestFailure
    ? error
    : new RequestFailure('UNKNOWN', error instanceof Error ? error.message : String(error));
}
