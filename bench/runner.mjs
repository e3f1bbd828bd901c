/* The processes of a run, and what is asked of them: a measurement or a profile. */
import { partOfOperation } from './parts.mjs';
import { CONTENDER_CORE, start, THEIR_CORE } from './processes.mjs';
import { readProfiles } from './profile.mjs';

export const CALLERS = 8;

const FILES = {
  limit: 'contenders/limit.mjs',
  floor: 'contenders/floor.mjs',
  rest: 'contenders/rest-data-source.mjs',
  mesh: 'contenders/mesh.mjs',
  gateway: 'contenders/gateway.mjs',
};
/** What is measured is not refused: limits on operations and on the upstream are out of the way. */
const UNLIMITED = {
  SENTRY_MAX_CONCURRENT: '64',
  MAX_ALIASES: '1000',
  MAX_PAGES: '1000',
  MAX_UPSTREAM_REQUESTS: '1000',
  MAX_TOKENS: '100000',
};

export async function createRunner({ isQuick }) {
  const upstream = await start('upstream.mjs', THEIR_CORE);
  const load = await start('load.mjs', THEIR_CORE);
  const runner = {
    isQuick,
    upstream,
    load,
    seconds: isQuick ? 1 : 4,
    rounds: isQuick ? 1 : 5,
    warmUpSeconds: isQuick ? 1 : 3,

    /** @param name of a contender, `-` and a variant of its settings. */
    startContender(name, env = {}) {
      const contender = name.replace(/-.*/, '');
      return start(FILES[contender], CONTENDER_CORE, {
        UPSTREAM: upstream.url,
        TOKEN: upstream.token,
        ...(contender === 'gateway' ? { CACHE: 'off', ...UNLIMITED, ...env } : {}),
      });
    },

    /** One measurement: what the callers saw, what the contender spent, what the upstream heard. */
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

    /** Where a contender of its own, warmed up, has its time. */
    async profile(name, requestsAt, { env, callers = CALLERS } = {}) {
      const contender = await runner.startContender(name, env);
      const requests = requestsAt(contender.url);
      await load.ask({ requests, callers, seconds: runner.warmUpSeconds });
      await contender.ask({ type: 'profile' });
      await load.ask({ requests, callers, seconds: isQuick ? 2 : 8 });
      const profile = await contender.ask({ type: 'profiled' });
      await contender.stop();
      return readProfiles([profile], partOfOperation);
    },

    async stop() {
      await upstream.stop();
      await load.stop();
    },
  };
  return runner;
}
