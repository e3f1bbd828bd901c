/* The processes of a run, and the measurement of one contender. */
import { join, resolve } from 'node:path';
import { CONTENDER_CORE, start, THEIR_CORE } from './processes.mjs';

export const CALLERS = 8;

const FILES = {
  limit: 'contenders/limit.mjs',
  floor: 'contenders/floor.mjs',
  rest: 'contenders/rest-data-source.mjs',
  mesh: 'contenders/mesh.mjs',
  apollo: 'contenders/apollo.mjs',
  gateway: 'contenders/gateway.mjs',
};
/** No limit refuses the measured operations. */
const UNLIMITED = {
  SENTRY_MAX_CONCURRENT: '64',
  MAX_ALIASES: '1000',
  MAX_PAGES: '1000',
  MAX_UPSTREAM_REQUESTS: '1000',
  MAX_TOKENS: '100000',
  // Without projections, each field of a hundred full events counts.
  MAX_RESPONSE_FIELDS: '1000000',
};

/** Rows in a page of full events, on servers that send fewer than were asked for. */
const SHORT_PAGES = { 'sentry-2026-09': '10' };

/**
 * @param before a folder with another build of this project: the contender `before`
 * @param dialect the server that the upstream behaves like
 * @param node the Node.js that runs the contenders
 */
export async function createRunner({ isQuick, before, dialect, node }) {
  const files = before
    ? { ...FILES, before: join(resolve(before), 'bench/contenders/gateway.mjs') }
    : FILES;
  const upstream = await start('upstream.mjs', THEIR_CORE, { DIALECT: dialect });
  const runner = {
    isQuick,
    upstream,
    load: await start('load.mjs', THEIR_CORE),
    seconds: isQuick ? 1 : 4,
    rounds: isQuick ? 1 : 5,
    // At three seconds, the first round of the gateway was up to 25 % slower than the later ones.
    warmUpSeconds: isQuick ? 1 : 10,

    /**
     * @param name a contender, optionally with `-` and a variant of its settings
     * @param isShared all callers use one token, so that equal requests in flight are one
     */
    async startContender(name, env = {}, isShared = false) {
      const contender = name.replace(/-.*/, '');
      const isGateway = contender === 'gateway' || contender === 'before';
      const settings = isGateway ? { CACHE: 'off', ...UNLIMITED, ...env } : {};
      // Callers with tokens of their own share no cached response, and no request in flight.
      const ownTokens = isGateway && settings.CACHE === 'off' && !isShared;
      const started = await start(
        files[contender],
        CONTENDER_CORE,
        {
          UPSTREAM: upstream.url,
          ...(ownTokens ? {} : { TOKEN: upstream.token }),
          FULL_ROWS: SHORT_PAGES[dialect] ?? '100',
          ...settings,
        },
        node,
      );
      return { ...started, ownTokens };
    },

    /** Starts the callers anew: after other rows they could send a third less. */
    async renewCallers() {
      await runner.load.stop();
      runner.load = await start('load.mjs', THEIR_CORE);
    },

    /** One measurement: throughput and latency, CPU and memory of the contender, and upstream requests. */
    async measure(
      contender,
      requests,
      { callers = CALLERS, seconds = runner.seconds, total, perSecond } = {},
    ) {
      await upstream.ask({ type: 'reset' });
      const before = await contender.ask({ type: 'usage' });
      const { ownTokens } = contender;
      const work = { requests, callers, seconds, total, perSecond, ownTokens };
      const seen = await runner.load.ask(work);
      const after = await contender.ask({ type: 'usage' });
      const cpuMs =
        (after.cpu.user + after.cpu.system - before.cpu.user - before.cpu.system) / 1_000;
      return {
        ...seen,
        cpuMsPerOperation: cpuMs / seen.operations,
        rssMb: after.rss / 2 ** 20,
        upstreamPerOperation: (await upstream.ask({ type: 'count' })) / seen.operations,
      };
    },

    async stop() {
      await upstream.stop();
      await runner.load.stop();
    },
  };
  return runner;
}
