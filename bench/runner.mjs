/* The processes of a run, and the measurement of one contender. */
import { join, resolve } from 'node:path';
import { CONTENDER_CORE, start, THEIR_CORE } from './processes.mjs';

export const CALLERS = 8;

const FILES = {
  limit: 'contenders/limit.mjs',
  floor: 'contenders/floor.mjs',
  rest: 'contenders/rest-data-source.mjs',
  mesh: 'contenders/mesh.mjs',
  gateway: 'contenders/gateway.mjs',
};
/** No limit refuses the measured operations. */
const UNLIMITED = {
  SENTRY_MAX_CONCURRENT: '64',
  MAX_ALIASES: '1000',
  MAX_PAGES: '1000',
  MAX_UPSTREAM_REQUESTS: '1000',
  MAX_TOKENS: '100000',
};

/** Rows in a page of full events, on servers that send fewer than were asked for. */
const SHORT_PAGES = { 'sentry-2026-09': '10' };

/**
 * @param before a folder with another build of this project: the contender `before`
 * @param dialect the server that the upstream behaves like
 */
export async function createRunner({ isQuick, before, dialect }) {
  const files = before
    ? { ...FILES, before: join(resolve(before), 'bench/contenders/gateway.mjs') }
    : FILES;
  const upstream = await start('upstream.mjs', THEIR_CORE, { DIALECT: dialect });
  const load = await start('load.mjs', THEIR_CORE);
  const runner = {
    isQuick,
    upstream,
    load,
    seconds: isQuick ? 1 : 4,
    rounds: isQuick ? 1 : 5,
    warmUpSeconds: isQuick ? 1 : 3,

    /** @param name a contender, optionally with `-` and a variant of its settings */
    startContender(name, env = {}) {
      const contender = name.replace(/-.*/, '');
      return start(files[contender], CONTENDER_CORE, {
        UPSTREAM: upstream.url,
        TOKEN: upstream.token,
        FULL_ROWS: SHORT_PAGES[dialect] ?? '100',
        ...(contender === 'gateway' || contender === 'before'
          ? { CACHE: 'off', ...UNLIMITED, ...env }
          : {}),
      });
    },

    /** One measurement: throughput and latency, CPU and memory of the contender, and upstream requests. */
    async measure(
      contender,
      requests,
      { callers = CALLERS, seconds = runner.seconds, total } = {},
    ) {
      await upstream.ask({ type: 'reset' });
      const before = await contender.ask({ type: 'usage' });
      const seen = await load.ask({ requests, callers, seconds, total });
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
      await load.stop();
    },
  };
  return runner;
}
