import { createDataset } from './dataset.ts';
import { DEFAULT_DIALECT, DIALECT_NAMES, type DialectName } from './dialect.ts';
import { EMBEDDED_ISSUES } from './issues-table.ts';
import { startEmbeddedSentry } from './server.ts';

try {
  const port = readWholeNumber('PORT', 65_535) ?? 0;
  const benchmarkHashes = readWholeNumber('EMBEDDED_HASHES', 1_000_000);
  const { url, token, stop } = await startEmbeddedSentry({
    port,
    dialect: readDialect('EMBEDDED_DIALECT'),
    rateLimit: readRateLimits('EMBEDDED_RATE_LIMITS'),
    dataset: createDataset(benchmarkHashes === undefined ? {} : { benchmarkHashes }),
  });
  process.stdout.write(`The embedded Sentry answers at ${url}. Try:
  curl ${url}/api/0/organizations/hellboy-meowmeow/issues/${EMBEDDED_ISSUES.main}/hashes/ \\
   -H 'Authorization: Bearer ${token}'
`);
  process.once('SIGINT', stop).once('SIGTERM', stop);
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}

function readWholeNumber(name: string, max: number): number | undefined {
  const text = process.env[name];
  if (!text) {
    return undefined;
  }
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value <= max)) {
    throw new Error(
      `${name} is ${JSON.stringify(text)}: it takes a whole number from 0 to ${max}.`,
    );
  }
  return value;
}

function readRateLimits(name: string): 'sentry.io' | undefined {
  const text = process.env[name] || 'off';
  if (text !== 'off' && text !== 'sentry.io') {
    throw new Error(`${name} is ${JSON.stringify(text)}: it takes off or sentry.io.`);
  }
  return text === 'off' ? undefined : text;
}

function readDialect(name: string): DialectName {
  const text = process.env[name] || DEFAULT_DIALECT;
  const dialect = DIALECT_NAMES.find((known) => known === text);
  if (dialect === undefined) {
    throw new Error(
      `${name} is ${JSON.stringify(text)}: it takes ${DIALECT_NAMES.slice(0, -1).join(', ')} or ${DIALECT_NAMES.at(-1)}.`,
    );
  }
  return dialect;
}
