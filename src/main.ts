#!/usr/bin/env node
import { writeSync } from 'node:fs';
import { pino } from 'pino';
import { parseArguments } from './cli.ts';
import { type Config, readConfig } from './config/config.ts';
import { ConfigError } from './config/setting.ts';
import { reportUnknownNames } from './config/unknown-names.ts';
import type { UpstreamTarget } from './config/upstream.ts';
import { disablePretenuring } from './v8-flags.ts';

const saying = parseArguments(process.argv.slice(2));
if (saying !== null) {
  writeSync(saying.exitCode === 0 ? 1 : 2, `${saying.text}\n`);
  process.exit(saying.exitCode);
}

disablePretenuring();
const log = pino({ name: 'sentry-graphql' }, pino.destination(2));

/** Something to try: an issue of the built-in data, or names to fill in. */
const firstQuery = (kind: UpstreamTarget['kind']) =>
  `{ issue(organization: "${kind === 'embedded' ? 'hellboy-meowmeow' : 'ORGANIZATION'}", id: "${kind === 'embedded' ? '1341191803' : 'SHORT-ID'}") { title hashes(first: 2) { totalCount nodes { hash latestEvent { title platform dateCreated } } } } }`;

try {
  const config = readConfig(process.env);
  log.level = config.observability.logLevel;
  for (const sentence of reportUnknownNames(process.env)) {
    log.warn(sentence);
  }
  const { startGateway } = await import('./server.ts');
  const gateway = await startGateway(config, {
    log,
    report: (error) => log.error(error),
  });
  const stop = () => {
    // A second signal finds no listener of ours and ends the process at once.
    process.removeListener('SIGINT', stop).removeListener('SIGTERM', stop);
    gateway.stop().then(
      // Said, so that nothing which a library left open keeps the process.
      () => process.exit(),
      (error) => {
        log.error(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  say(`sentry-graphql answers at ${gateway.url}
Its upstream is ${gateway.upstream}.${config.explorer.kind === 'off' ? '' : `\nExplore it at ${new URL('/graphiql', gateway.url)}`}
Try:
  curl ${gateway.url} -H 'content-type: application/json'${credentials(config)} -d '${JSON.stringify({ query: firstQuery(config.upstream.target.kind) })}'`);
} catch (error) {
  process.exitCode = 1;
  const hints = error instanceof ConfigError ? reportUnknownNames(process.env) : [];
  process.stderr.write(`${[sentenceOf(error), ...hints].join('\n')}\n`);
}

/** Headers that a caller has to send, as far as `curl` needs them; their values are to fill in. */
function credentials({ access: { apiKeys, jwt, routerSecrets }, upstream }: Config): string {
  const hasKeys = apiKeys.length > 0;
  const hasBearer = upstream.target.kind === 'passThrough' || (jwt !== null && !hasKeys);
  return [
    ...(routerSecrets.length > 0 ? [" -H 'x-router-authorization: SECRET'"] : []),
    ...(hasKeys ? [" -H 'x-api-key: KEY'"] : []),
    ...(hasBearer ? [" -H 'authorization: Bearer TOKEN'"] : []),
  ].join('');
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Why the start failed, for the operator. */
function sentenceOf(error: unknown): string {
  if (error instanceof ConfigError) {
    return error.message;
  }
  const { code, message } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'EADDRINUSE':
      return `PORT is ${process.env['PORT'] || 4000}, which another program listens on: it takes a free one, or 0 to pick any.`;
    case 'EACCES':
      return `PORT is ${process.env['PORT']}, which this user may not listen on: it takes one from 1024 on, or 0.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `HOST is ${JSON.stringify(process.env['HOST'])}, which is no address of this machine: it takes one, such as 127.0.0.1.`;
    default:
      return `The gateway cannot start: ${message}`;
  }
}
