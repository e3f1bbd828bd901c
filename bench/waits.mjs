/*
 * What a caller waits for where Sentry takes time for each row of a hash list: time to the first and to the last byte
 * of the response, and requests to Sentry. Prints a table.
 *
 *   npm run bench:waits                      over the demo server, with 80 ms for a request and 10 and 50 ms for a row
 *   npm run bench:waits -- --rounds=1        five otherwise
 *   npm run bench:waits -- --before=FOLDER   also the build in another checkout of this project
 *   SENTRY_URL=… SENTRY_AUTH_TOKEN=… ORGANIZATION=acme ISSUE=86 npm run bench:waits
 *                                            over a real Sentry: an issue with many hashes
 */
import { join, resolve } from 'node:path';
import { request } from 'undici';
import { CONTENDER_CORE, start, THEIR_CORE } from './processes.mjs';
import { median, table } from './report/figures.mjs';
import { ISSUE, manyIssues, ORGANIZATION } from './work.mjs';

const REQUEST_MS = 80;
const flagOf = (name) =>
  process.argv.find((each) => each.startsWith(`--${name}=`))?.slice(name.length + 3);
const rounds = Number(flagOf('rounds') ?? 5);
const before = flagOf('before');

const gateways = [
  ['whole pages', 'contenders/gateway.mjs', {}],
  ['pages in parts', 'contenders/gateway.mjs', { SENTRY_SPLIT_PAGES_OVER_MS: '1000' }],
  ...(before
    ? [['the build before', join(resolve(before), 'bench/contenders/gateway.mjs'), {}]]
    : []),
];

const { SENTRY_URL, SENTRY_AUTH_TOKEN } = process.env;
const rows = SENTRY_URL ? await overRealSentry() : await overSlowRows();
const head = ['server', 'operation', 'gateway', 'first byte', 'last byte', 'requests'];
process.stdout.write(`${table(head, rows)}\n`);

async function overRealSentry() {
  const { ORGANIZATION: organization, ISSUE: issue } = process.env;
  const many = `{ organization(slug: "${organization}") { issues(first: 25, query: "") { nodes { hashes(first: 10) { nodes { hash latestEvent { title } } } } } } }`;
  return measureAll(SENTRY_URL, { url: SENTRY_URL, token: SENTRY_AUTH_TOKEN }, [
    ...operationsOn(organization, issue),
    ['25 issues, ten hashes each', many],
  ]);
}

async function overSlowRows() {
  const upstream = await start('upstream.mjs', THEIR_CORE, { DIALECT: 'sentry-2026' });
  const many = JSON.parse(manyIssues('gateway', '')[0].body).query;
  const operations = [
    ...operationsOn(ORGANIZATION, ISSUE),
    ['25 issues, ten hashes each, full events', many],
  ];
  const measured = [];
  try {
    await upstream.ask({ type: 'delay', value: REQUEST_MS });
    for (const rowMs of [10, 50]) {
      await upstream.ask({ type: 'rowDelay', value: rowMs });
      measured.push(...(await measureAll(`${rowMs} ms a row`, upstream, operations)));
    }
  } finally {
    await upstream.stop();
  }
  return measured;
}

function operationsOn(organization, issue) {
  const of = (hashes) =>
    `{ issue(organization: "${organization}", id: "${issue}") { hashes${hashes} } }`;
  return [
    ['`first: 20`, the first request', of(' { nodes { hash latestEvent { title } } }')],
    ['`first: 100`', of('(first: 100) { nodes { hash latestEvent { title } } }')],
    ['`totalCount`', of(' { totalCount }')],
    ['`totalCount` again', of(' { totalCount nodes { hash } }')],
  ];
}

/** Each round begins with new gateways, which know no list. */
async function measureAll(server, { url, token }, operations) {
  const measured = new Map();
  for (let round = 0; round < rounds; round += 1) {
    for (const [gateway, file, env] of gateways) {
      const settings = { UPSTREAM: url, TOKEN: token, CACHE: 'off', ...env };
      const running = await start(file, CONTENDER_CORE, settings);
      for (const [operation, query] of operations) {
        const key = JSON.stringify([server, operation, gateway]);
        measured.set(key, [...(measured.get(key) ?? []), await ask(running.url, query)]);
      }
      await running.stop();
    }
  }
  return [...measured].map(([key, times]) => [
    ...JSON.parse(key),
    `${median(times.map(({ firstMs }) => firstMs)).toFixed(0)} ms`,
    `${median(times.map(({ lastMs }) => lastMs)).toFixed(0)} ms`,
    times.some(({ hasErrors }) => hasErrors)
      ? 'failed'
      : median(times.map((each) => each.requests)),
  ]);
}

async function ask(url, query) {
  const begin = performance.now();
  const { body } = await request(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-sentry-graphql-upstream': 'true' },
    body: JSON.stringify({ query }),
  });
  const chunks = [];
  let firstMs;
  for await (const chunk of body) {
    firstMs ??= performance.now() - begin;
    chunks.push(chunk);
  }
  const lastMs = performance.now() - begin;
  const { errors, extensions } = JSON.parse(Buffer.concat(chunks));
  return { firstMs, lastMs, requests: extensions.upstream.requests, hasErrors: Boolean(errors) };
}
