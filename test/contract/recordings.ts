import { readdirSync, readFileSync } from 'node:fs';

/** A request that was sent to a real server, and its response. */
export interface Exchange {
  /** Its file, and its index if the file has several. */
  readonly name: string;
  readonly about: string;
  readonly method: string;
  readonly path: string;
  readonly query: readonly (readonly [string, string])[];
  /** Description of the token. */
  readonly token: string;
  /** JSON, or null for none. */
  readonly requestBody: unknown;
  readonly status: number;
  /** Names are in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

type Json = Readonly<Record<string, unknown>>;

const folder = new URL('recordings/', import.meta.url);

function readFiles(name: string): readonly (readonly [string, Json])[] {
  const files = readdirSync(new URL(`${name}/`, folder)).filter((file) => file !== 'index.json');
  return files
    .sort()
    .map((file) => [
      file.replace('.json', ''),
      JSON.parse(readFileSync(new URL(`${name}/${file}`, folder), 'utf8')) as Json,
    ]);
}

function lowerCase(headers: unknown): Exchange['headers'] {
  return Object.fromEntries(
    Object.entries(headers as Readonly<Record<string, string>>).map(([name, value]) => [
      name.toLowerCase(),
      value,
    ]),
  );
}

/** Files with one exchange each. */
export const GLITCHTIP_EXCHANGES: readonly Exchange[] = readFiles('glitchtip').map(
  ([name, { about, request, response }]) => {
    const { method, path, query, token, body = null } = request as Json;
    const { status, headers, body: answer } = response as Json;
    return {
      name,
      about,
      method,
      path,
      query,
      token,
      requestBody: body,
      status,
      headers: lowerCase(headers),
      body: answer,
    } as Exchange;
  },
);

/** Files with several exchanges, in chronological order. */
export const SENTRY_EXCHANGES: readonly Exchange[] = readFiles('sentry-23.7').flatMap(
  ([file, { note, exchanges }]) =>
    (exchanges as readonly Json[]).map(
      (exchange, index) =>
        ({
          ...exchange,
          name: `${file} ${index + 1}`,
          about: note,
          headers: lowerCase(exchange['headers']),
        }) as Exchange,
    ),
);
