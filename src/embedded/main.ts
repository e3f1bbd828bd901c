import { createDataset } from './dataset.ts';
import { EMBEDDED_ISSUES } from './issues-table.ts';
import { startEmbeddedSentry } from './server.ts';

try {
  const port = readWholeNumber('PORT', 65_535) ?? 0;
  const benchmarkHashes = readWholeNumber('EMBEDDED_HASHES', 100_000);
  const { url, token, stop } = await startEmbeddedSentry({
    port,
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
