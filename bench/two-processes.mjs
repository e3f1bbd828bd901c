/*
 * How much two gateway processes answer on two cores, compared with one: pages of 100 full events from the cache of
 * Sentry's responses, which is work for the processor alone. Callers use the same cores: they read
 * 786 kB for a response with all fields, and 36 kB for one with ten.
 *
 *   npm run build && node bench/two-processes.mjs
 */
import { start } from './processes.mjs';
import { median } from './report/figures.mjs';
import { requestsOf } from './work.mjs';

const CORES = '0,1';
const ROUNDS = 5;
/** V8 optimizes each process while it works, for some ten seconds. */
const WARM_UP_ROUNDS = 4;
const SECONDS = 4;
const CALLERS = 16;

const upstream = await start('upstream.mjs', CORES, { DIALECT: 'sentry-2026' });
const load = await start('load.mjs', CORES);
const gateways = await Promise.all([startGateway(), startGateway()]);
for (const work of ['full', 'ten']) {
  await compare(work);
}
await Promise.all([upstream, load, ...gateways].map((each) => each.stop()));

function startGateway() {
  return start('contenders/gateway.mjs', CORES, {
    UPSTREAM: upstream.url,
    TOKEN: upstream.token,
    FULL_ROWS: '100',
    CACHE: 'on',
    CACHE_TTL_MS: '600000',
    RESPONSE_CACHE: 'off',
  });
}

async function compare(work) {
  const rates = { 1: [], 2: [] };
  for (let round = 0; round < WARM_UP_ROUNDS; round += 1) {
    await measure(work, 2);
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    // Each round begins with the other one.
    for (const count of round % 2 === 0 ? [1, 2] : [2, 1]) {
      rates[count].push(await measure(work, count));
    }
  }
  const ratio = median(rates[2].map((rate, round) => rate / rates[1][round]));
  const show = (values) => values.map((value) => value.toFixed(1)).join(', ');
  process.stdout.write(
    `${work}: one process ${show(rates[1])}/s; two ${show(rates[2])}/s; median ratio ${ratio.toFixed(2)}\n`,
  );
}

/** Operations a second of the first `count` gateways. */
async function measure(work, count) {
  const each = gateways.slice(0, count).map(({ url }) => requestsOf('gateway', url, work));
  const requests = each[0].flatMap((_, index) => each.map((requests) => requests[index]));
  const { perSecond, failures } = await load.ask({ requests, callers: CALLERS, seconds: SECONDS });
  if (failures > 0) {
    throw new Error(`${failures} operations failed.`);
  }
  return perSecond;
}
