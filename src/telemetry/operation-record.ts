/** What is told of one operation once it is answered. */
export interface OperationRecord {
  readonly requestId: string;
  /** Absent where nobody signs in. */
  readonly caller?: string;
  /** `query` or `mutation`; `unknown` where the document cannot be read. */
  readonly type: string;
  /** The operation's name; null where it has none. */
  readonly operationName: string | null;
  readonly durationMs: number;
  /** Requests that went to Sentry for it. */
  readonly upstreamRequests: number;
  /** The code of each error in its answer. */
  readonly errorCodes: readonly string[];
}
