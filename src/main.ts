#!/usr/bin/env node
import { watchFile, writeSync } from 'node:fs';
import { parseArguments } from './cli.ts';
import { type Config, readConfig } from './config/config.ts';
import { filesWithSecrets } from './config/secret-files.ts';
import { ConfigError } from './config/setting.ts';
import { reportUnknownNames } from './config/unknown-names.ts';
import type { UpstreamTarget } from './config/upstream.ts';
import { createLog } from './log.ts';
import { toSchemaRootField } from './prefixes.ts';
import { disablePretenuring, keepHeapSmall } from './v8-flags.ts';

const words = process.argv.slice(2);
if (words[0] === 'export') {
  const { runInProcess } = await import('./export/command.ts');
  keepHeapSmall();
  process.exit(await runInProcess(words.slice(1), process.env));
}

if (words[0] === 'schema') {
  const { schemaCommand } = await import('./schema-command.ts');
  const { text, exitCode } = schemaCommand(words.slice(1), process.env);
  const stream = exitCode === 0 ? process.stdout : process.stderr;
  // A reader such as `head` may close the pipe.
  stream.on('error', () => {});
  await new Promise((written) => stream.write(`${text}\n`, written));
  process.exit(exitCode);
}

const cliOutput = parseArguments(words);
if (cliOutput !== null) {
  writeSync(cliOutput.exitCode === 0 ? 1 : 2, `${cliOutput.text}\n`);
  process.exit(cliOutput.exitCode);
}

disablePretenuring();
const SECRETS_POLL_MS = 5_000;

/** An issue of the demo data, or placeholders. */
const firstQuery = (kind: UpstreamTarget['kind'], federation: Config['federation']) =>
  `{ ${toSchemaRootField('issue', federation)}(organization: "${kind === 'embedded' ? 'hellboy-meowmeow' : 'ORGANIZATION'}", id: "${kind === 'embedded' ? '1341191803' : 'SHORT-ID'}") { title hashes(first: 2) { totalCount nodes { hash latestEvent { title platform dateCreated } } } } }`;

try {
  const config = readConfig(process.env);
  const log = createLog(config.observability);
  for (const sentence of reportUnknownNames(process.env)) {
    log.warn(sentence);
  }
  const { startGateway } = await import('./server.ts');
  const gateway = await startGateway(config, {
    log,
    report: (error) => log.error(error),
  });
  const stop = () => {
    // Without a listener, a second signal ends the process at once.
    process.removeListener('SIGINT', stop).removeListener('SIGTERM', stop);
    gateway.stop().then(
      // Otherwise handles that a library left open would keep the process running.
      () => process.exit(),
      (error) => {
        log.error(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  const replaceSecrets = () => gateway.replaceSecrets(() => readConfig(process.env));
  process.on('SIGHUP', replaceSecrets);
  for (const path of filesWithSecrets(process.env)) {
    // `watch` follows no link that is replaced, as orchestrators do with mounted secrets.
    watchFile(path, { interval: SECRETS_POLL_MS, persistent: false }, replaceSecrets);
  }
  print(`sentry-graphql listens at ${gateway.url}
Upstream: ${gateway.upstream}${pagesText(config, gateway.url)}
Try:
  curl ${gateway.url} -H 'content-type: application/json'${credentials(config)} -d '${JSON.stringify({ query: firstQuery(config.upstream.target.kind, config.federation) })}'`);
} catch (error) {
  process.exitCode = 1;
  const hints = error instanceof ConfigError ? reportUnknownNames(process.env) : [];
  process.stderr.write(`${[startupErrorMessage(error), ...hints].join('\n')}\n`);
}

/** One line for each web page that is served. */
function pagesText({ explorer: { kind, triage } }: Config, url: string): string {
  return [
    ...(kind === 'off' ? [] : [`\nExplorer: ${new URL('/graphiql', url)}`]),
    ...(triage === 'off' ? [] : [`\nTriage:   ${new URL('/triage', url)}`]),
  ].join('');
}

/** Authentication headers for `curl`, with placeholders for the values. */
function credentials({ access: { apiKeys, jwt, routerSecrets }, upstream }: Config): string {
  const hasKeys = apiKeys.length > 0;
  const hasBearer = upstream.target.kind === 'passThrough' || (jwt !== null && !hasKeys);
  return [
    ...(routerSecrets.length > 0 ? [" -H 'x-router-authorization: SECRET'"] : []),
    ...(hasKeys ? [" -H 'x-api-key: KEY'"] : []),
    ...(hasBearer ? [" -H 'authorization: Bearer TOKEN'"] : []),
  ].join('');
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

function startupErrorMessage(error: unknown): string {
  if (error instanceof ConfigError) {
    return error.message;
  }
  const { code, message } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'EADDRINUSE':
      return `PORT is ${process.env['PORT'] || 4000}, which is in use. Choose a free port, or 0 for any free port.`;
    case 'EACCES':
      return `PORT is ${process.env['PORT']}, which this user may not listen on. Choose a port from 1024 on, or 0 for any free port.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `HOST is ${JSON.stringify(process.env['HOST'])}, which is not an address of this machine. Choose one, such as 127.0.0.1.`;
    default:
      return `The gateway cannot start: ${message}`;
  }
}
