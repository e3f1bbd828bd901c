import { pino } from 'pino';
import type { DialectName } from '../../embedded-sentry/dialect.ts';
import {
  type EmbeddedSentry,
  type EmbeddedSentryOptions,
  startEmbeddedSentry,
} from '../../embedded-sentry/server.ts';
import { readConfig } from '../../src/config/config.ts';
import type { Environment } from '../../src/config/setting.ts';
import { startGateway as start } from '../../src/server.ts';

export interface ExecutionError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: string; readonly [key: string]: unknown };
}

export interface Execution {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test asserts the shape of the result.
  readonly data: any;
  readonly errors?: readonly ExecutionError[];
}

export type LogLine = Readonly<Record<string, unknown>>;

export interface RunningGateway extends AsyncDisposable {
  /** URL of the GraphQL endpoint. */
  readonly url: string;
  /** Sends an operation over HTTP. */
  execute(
    query: string,
    variables?: Readonly<Record<string, unknown>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Execution>;
  readonly log: readonly LogLine[];
  /** Defects that the gateway reported and hid from callers. */
  readonly defects: readonly unknown[];
  /** Reads the settings again, as on SIGHUP. */
  readSecretsAgain(): void;
}

export interface TestGateway extends RunningGateway {
  /** The demo server: records and intercepts requests. */
  readonly upstream: EmbeddedSentry;
}

export interface TestGatewayOptions extends EmbeddedSentryOptions {
  /** @default 'sentry-2026', whose pages of full events have 100 rows */
  readonly dialect?: DialectName;
  /** Environment variables. */
  readonly env?: Environment;
  /** `passThrough` sends each caller's own token upstream. */
  readonly signIn?: 'serviceToken' | 'passThrough';
}

/** A gateway on a free port with a demo server that records requests. */
export async function startGateway({
  env,
  signIn = 'serviceToken',
  ...embedded
}: TestGatewayOptions = {}): Promise<TestGateway> {
  const upstream = await startEmbeddedSentry({
    recordRequests: true,
    dialect: 'sentry-2026',
    ...embedded,
  });
  const gateway = await startGatewayOver({
    // No retries: the recorded requests are those that the gateway intends.
    SENTRY_RETRIES: '0',
    // The circuit breaker never opens, however many requests fail in a test.
    SENTRY_BREAKER_MIN_REQUESTS: '1000000',
    // However slow the machine is, no operation is refused as overload.
    MAX_EVENT_LOOP_DELAY_MS: '0',
    CACHE: 'off',
    SENTRY_URL: upstream.url,
    ...(signIn === 'serviceToken' ? { SENTRY_AUTH_TOKEN: upstream.token } : {}),
    ...env,
  });
  return {
    ...gateway,
    upstream,
    async [Symbol.asyncDispose]() {
      await gateway[Symbol.asyncDispose]();
      await upstream.stop();
    },
  };
}

/** A gateway on a free port with the Sentry server in the settings. */
export async function startGatewayOver(env: Environment): Promise<RunningGateway> {
  const defects: unknown[] = [];
  const lines: LogLine[] = [];
  // The event loop is shared with the test, and delayed on a busy machine.
  const settings = { PORT: '0', MAX_EVENT_LOOP_DELAY_MS: '0', ...env };
  const gateway = await start(readConfig(settings), {
    report: (error) => defects.push(error),
    log: pino({ level: 'debug' }, { write: (line) => lines.push(JSON.parse(line)) }),
  });
  return {
    url: gateway.url,
    log: lines,
    defects,
    readSecretsAgain: () => gateway.replaceSecrets(() => readConfig(settings)),
    async execute(query, variables = {}, headers = {}) {
      const response = await fetch(gateway.url, {
        method: 'POST',
        // With this media type, an operation that is refused is not answered 200.
        headers: {
          'content-type': 'application/json',
          accept: 'application/graphql-response+json',
          ...headers,
        },
        body: JSON.stringify({ query, variables }),
      });
      return { status: response.status, ...((await response.json()) as Omit<Execution, 'status'>) };
    },
    [Symbol.asyncDispose]: () => gateway.stop(),
  };
}
