import type { GraphQLResponse, RequestParameters, Variables } from 'relay-runtime';

/** Why an operation has no answer: the gateway's code, or `OFFLINE` where it was not reached. */
export class RequestFailure extends Error {
  override readonly name = 'RequestFailure';
  readonly code: string;

  constructor(code: string, sentence: string) {
    super(sentence);
    this.code = code;
  }
}

export interface OperationError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: { readonly code?: string };
}

export interface OperationAnswer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly OperationError[];
}

/** Sends an operation; its errors are in the answer. */
export async function send(
  { text, name }: RequestParameters,
  variables: Variables,
  token: string | null,
): Promise<OperationAnswer> {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    body: JSON.stringify({ query: text, operationName: name, variables }),
  }).catch(() => {
    throw new RequestFailure('OFFLINE', 'The gateway cannot be reached.');
  });
  return response.json().catch(() => {
    throw new RequestFailure(`HTTP ${response.status}`, 'The gateway gave no answer to read.');
  });
}

/**
 * Sends an operation; fails where nothing of it was answered, or not the list of hashes, whose place
 * in the store a null would take. Any other part that failed reads as null.
 */
export async function sendOrFail(
  request: RequestParameters,
  variables: Variables,
  token: string | null,
): Promise<GraphQLResponse> {
  const answer = await send(request, variables, token);
  const { data, errors = [] } = answer;
  const failure = Object.values(data ?? {}).every((field) => field === null)
    ? errors[0]
    : errors.find(({ path }) => path?.at(-1) === 'hashes');
  if (failure) {
    throw new RequestFailure(failure.extensions?.code ?? 'UNKNOWN', failure.message);
  }
  return answer as GraphQLResponse;
}

export function toFailure(error: unknown): RequestFailure {
  return error instanceof RequestFailure
    ? error
    : new RequestFailure('UNKNOWN', error instanceof Error ? error.message : String(error));
}
