/** What logs and metrics record of an answered operation. */
export interface OperationRecord {
  readonly requestId: string;
  /** Absent if callers do not authenticate. */
  readonly caller?: string;
  /** `query` or `mutation`; `unknown` if the document cannot be parsed. */
  readonly type: string;
  /** Null for an operation without a name. */
  readonly operationName: string | null;
  readonly durationMs: number;
  /** Requests that were sent to Sentry. */
  readonly upstreamRequests: number;
  /** The code of each error in the response. */
  readonly errorCodes: readonly string[];
}
