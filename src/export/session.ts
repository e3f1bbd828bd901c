import { randomUUID } from 'node:crypto';
import type { DocumentNode, GraphQLFormattedError, GraphQLSchema } from 'graphql';
import { pino } from 'pino';
import { readSentryConfig } from '../config/config.ts';
import type { Environment } from '../config/setting.ts';
import { connectSentry } from '../connect-sentry.ts';
import type { Context } from '../context.ts';
import { createInProcess } from '../graphql/in-process.ts';
import type { Middleware } from '../sentry/request.ts';
import { createTelemetry } from '../telemetry/telemetry.ts';
import { joinOperation } from '../telemetry/trace.ts';
import type { UpstreamEvents } from '../upstream/events.ts';

/** An issue of a list, so that later operations need not request it again. */
export type ListedIssue = Awaited<ReturnType<Context['loaders']['issue']['load']>>;

export interface Operation {
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>> & { readonly organization: string };
  /** The issue that the operation reads, if its list is known. */
  readonly listed?: ListedIssue | undefined;
}

export interface Answer {
  readonly data: unknown;
  readonly errors: readonly GraphQLFormattedError[];
  /** An issue of the page of issues that the operation has read. */
  listedIssue(id: string): Promise<ListedIssue>;
}

/** The schema in this process, connected to Sentry. */
export interface Session {
  readonly schema: GraphQLSchema;
  readonly usage: () => Usage;
  /** Wait before the first repetition of a failed operation; it doubles. */
  readonly retryDelayMs: number;
  execute(operation: Operation): Promise<Answer>;
  /** Requests of one second that Sentry allows; null if it has not said. */
  ratePerSecond(organization: string): Promise<number | null>;
  close(): Promise<void>;
}

/** No person waits for a single operation of an export, so it may wait long for the rate limit. */
const PATIENCE = { operationTimeoutMs: 600_000, maxWaitMs: 600_000, maxWaiting: 100_000 };

/** How much longer than a retry of one request the repetition of an operation waits. */
const OPERATION_RETRY_FACTOR = 4;

interface SessionOptions {
  readonly settings: Environment;
  /** Sentry token, unless the settings have one. */
  readonly token: string | null;
  readonly signal: AbortSignal;
}

export async function openSession({ settings, token, signal }: SessionOptions): Promise<Session> {
  const config = readSentryConfig(settings);
  const { schema, execute } = await createInProcess({ engine: 'projected', report: () => {} });
  const meter = new UsageMeter();
  const telemetry = createTelemetry({ log: pino({ level: 'silent' }), hasMetrics: false });
  const upstream = await connectSentry(
    {
      ...config,
      resilience: { ...config.resilience, ...PATIENCE },
      // An export reads each page once.
      cache: { ...config.cache, mode: 'off' },
    },
    { ...telemetry, middleware: meter.middleware(telemetry.middleware), eventsOf: meter.eventsOf },
  );
  const active = new Set<AbortController>();
  const abort = () => {
    for (const controller of active) {
      controller.abort();
    }
  };
  signal.addEventListener('abort', abort, { once: true });

  /** With a signal of its own: a listener for each operation on the long-lived one would fill the memory. */
  async function withContext<T>(use: (context: Context) => T | Promise<T>): Promise<T> {
    const controller = new AbortController();
    active.add(controller);
    if (signal.aborted) {
      controller.abort();
    }
    const caller = { token, signal: controller.signal };
    const context = upstream.contextFor(joinOperation(randomUUID(), {}), caller);
    try {
      return await use(context);
    } finally {
      active.delete(controller);
      for (const end of context.atEnd) {
        end();
      }
    }
  }

  return {
    schema,
    usage: () => meter.read(),
    retryDelayMs: config.resilience.retryDelayMs * OPERATION_RETRY_FACTOR,
    execute: ({ document, variables, listed }) =>
      withContext(async (context) => {
        const { organization } = variables;
        if (listed) {
          context.loaders.issue.prime(organization, listed);
        }
        const answer = await execute(document, variables, context);
        return {
          ...answer,
          listedIssue: (issue: string) => context.loaders.issue.load({ organization, issue }),
        };
      }),
    ratePerSecond: (organization) =>
      withContext(({ client }) => client.rateLimit(organization)?.rateLimit.limit ?? null),
    async close() {
      signal.removeEventListener('abort', abort);
      await upstream.close();
    },
  };
}

/** What an export has taken from Sentry so far. */
export interface Usage {
  /** Requests that were sent, retries included. */
  readonly requests: number;
  /** Time in which at least one request waited for the rate limit, in milliseconds. */
  readonly waitedMs: number;
}

class UsageMeter {
  #requests = 0;
  #waitedMs = 0;
  #waiting = 0;
  #sinceMs = 0;

  middleware(inner: Middleware): Middleware {
    return (send) => {
      const sendInner = inner(send);
      return (request) => {
        this.#requests += 1;
        return sendInner(request);
      };
    };
  }

  /** For one server of several. */
  readonly eventsOf = (): UpstreamEvents => {
    let ofServer = 0;
    return {
      queueChanged: ({ waiting }) => {
        this.#count(waiting - ofServer);
        ofServer = waiting;
      },
    };
  };

  read(): Usage {
    this.#count(0);
    return { requests: this.#requests, waitedMs: this.#waitedMs };
  }

  /** Counts the time since the last change, and then the change of waiting requests. */
  #count(change: number): void {
    const nowMs = performance.now();
    this.#waitedMs += this.#waiting > 0 ? nowMs - this.#sinceMs : 0;
    this.#sinceMs = nowMs;
    this.#waiting += change;
  }
}
