import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import {
  type EmbeddedSentry,
  type EmbeddedSentryOptions,
  type ReplacementAnswer,
  startEmbeddedSentry,
} from '../../embedded-sentry/server.ts';
import { exportCommand } from '../../src/export/command.ts';

export const ORGANIZATION = 'hellboy-meowmeow';

/** 20 issues with 5 to 24 hashes. */
export const PAYMENTS = ['--query=PaymentError'];
/** An issue with 250 hashes. */
export const EXAMPLE = ['--query=example'];

/** A demo server that records requests. */
export async function startSentry(options: EmbeddedSentryOptions = {}) {
  const upstream = await startEmbeddedSentry({ recordRequests: true, ...options });
  return Object.assign(upstream, { [Symbol.asyncDispose]: () => upstream.stop() });
}

/** Fails requests whose URL matches, as long as `isBroken` is true. */
export function failing(pattern: RegExp, answer: ReplacementAnswer = { status: 500 }) {
  const state = { isBroken: true, failed: 0 };
  return {
    state,
    intercept: ({ url }: { readonly url: string }) => {
      if (!state.isBroken || !pattern.test(url)) {
        return undefined;
      }
      state.failed += 1;
      return answer;
    },
  };
}

export interface Exported {
  readonly status: number;
  /** What the command printed to the standard output, and to the standard error. */
  readonly printed: string;
  readonly reported: string;
}

export interface ExportTarget extends Disposable {
  readonly path: string;
  readonly failuresPath: string;
  readonly checkpointPath: string;
  /** Runs the command with `--output` and these words. */
  run(words?: readonly string[], options?: RunOptions): Promise<Exported>;
  /** The output as text, or null if there is none. */
  text(): string | null;
  rows(): readonly Row[];
  failures(): readonly Row[];
}

export type Row = Readonly<Record<string, unknown>>;

export interface RunOptions {
  /** @default the target */
  readonly output?: string;
  readonly interruption?: AbortSignal;
  readonly env?: Readonly<Record<string, string>>;
}

/** A file in a folder of its own, to which a demo server is exported. */
export function exportTarget(upstream: Pick<EmbeddedSentry, 'url' | 'token'>): ExportTarget {
  const folder = mkdtempSync(join(tmpdir(), 'sentry-graphql-export-test-'));
  const path = join(folder, 'rows.ndjson');
  const failuresPath = `${path}.failures.ndjson`;
  const read = (file: string) => (existsSync(file) ? readFileSync(file) : null);
  const parse = (text: string) =>
    text
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as Row);
  const text = () => {
    const bytes = read(path);
    return bytes && (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString();
  };
  return {
    path,
    failuresPath,
    checkpointPath: `${path}.checkpoint`,
    async run(words = [], options = {}) {
      const { output = path, interruption = new AbortController().signal, env = {} } = options;
      let [printed, reported] = ['', ''];
      const status = await exportCommand(
        [`--organization=${ORGANIZATION}`, `--output=${output}`, ...words],
        {
          env: {
            SENTRY_URL: upstream.url,
            SENTRY_AUTH_TOKEN: upstream.token,
            SENTRY_RETRIES: '0',
            SENTRY_RETRY_DELAY_MS: '1',
            SENTRY_BREAKER_MIN_REQUESTS: '1000000',
            ...env,
          },
          print: (more) => {
            printed += more;
          },
          report: (more) => {
            reported += more;
          },
          columns: null,
          interruption,
        },
      );
      return { status, printed, reported };
    },
    text,
    rows: () => parse(text() ?? ''),
    failures: () => parse(read(failuresPath)?.toString() ?? ''),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** All items of a list, read by Sentry's REST API with its own links. */
export async function readRestList(
  upstream: Pick<EmbeddedSentry, 'url' | 'token'>,
  path: string,
): Promise<readonly Row[]> {
  const items: Row[] = [];
  let url: string | undefined = `${upstream.url}/api/0/organizations/${ORGANIZATION}/${path}`;
  while (url !== undefined) {
    const response: Response = await fetch(url, {
      headers: { authorization: `Bearer ${upstream.token}` },
    });
    items.push(...((await response.json()) as Row[]));
    [, url] =
      /<([^>]+)>; rel="next"; results="true"/.exec(response.headers.get('link') ?? '') ?? [];
  }
  return items;
}

/** Issue and checksum of each hash, in the order of an export. */
export async function readRestHashes(
  upstream: Pick<EmbeddedSentry, 'url' | 'token'>,
  list = 'issues/?query=&sort=new&project=-1',
): Promise<readonly string[]> {
  const issues = await readRestList(upstream, list);
  const hashes = issues.map(async ({ id }) => {
    const list = await readRestList(upstream, `issues/${id}/hashes/?full=0`);
    return list.map((row) => `${id} ${row['id']}`);
  });
  return (await Promise.all(hashes)).flat();
}

/** Sentry's list of the issues that a search finds, newest first. */
export const listOf = (query: string) => `issues/?query=${query}&sort=new&project=-1`;

export const hashOf = (row: Readonly<Record<string, unknown>>) =>
  `${row['issueId']} ${row['hash']}`;
