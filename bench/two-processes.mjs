/*
 * How much two gateway processes answer on two cores, compared with one: pages of 100 full events, of Sentry and from the
 * cache of its responses. The upstream and the callers, who throw the 786 kB of each response away, use the same cores.
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
const load = await start('drain.mjs', CORES);
await compare('of Sentry', { CACHE: 'off' });
await compare('cached', { CACHE: 'on', CACHE_TTL_MS: '600000', RESPONSE_CACHE: 'off' });
await Promise.all([upstream, load].map((each) => each.stop()));

async function compare(what, settings) {
  const gateways = await Promise.all([startGateway(settings), startGateway(settings)]);
  const rates = { 1: [], 2: [] };
  for (let round = 0; round < WARM_UP_ROUNDS; round += 1) {
    await measure(gateways);
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    // Each round begins with the other one.
    for (const count of round % 2 === 0 ? [1, 2] : [2, 1]) {
      rates[count].push(await measure(gateways.slice(0, count)));
    }
  }
  await Promise.all(gateways.map((each) => each.stop()));
  const ratio = median(rates[2].map((rate, round) => rate / rates[1][round]));
  const show = (values) => values.map((value) => value.toFixed(1)).join(', ');
  process.stdout.write(
    `${what}: one process ${show(rates[1])}/s; two ${show(rates[2])}/s; median ratio ${ratio.toFixed(2)}\n`,
  );
}

function startGateway(settings) {
  return start('contenders/gateway.mjs', CORES, {
    UPSTREAM: upstream.url,
    TOKEN: upstream.token,
    SENTRY_MAX_CONCURRENT: '64',
    ...settings,
  });
}

/** Operations a second. */
async function measure(gateways) {
  const each = gateways.map(({ url }) => requestsOf('gateway', url, 'full'));
  const requests = each[0].flatMap((_, index) => each.map((requests) => requests[index]));
  const { perSecond, failures } = await load.ask({ requests, callers: CALLERS, seconds: SECONDS });
  if (failures > 0) {
    throw new Error(`${failures} operations failed.`);
  }
  return perSecond;
}
