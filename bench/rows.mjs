/* How each row of the table is measured. */
import { CALLERS } from './runner.mjs';
import { manyHashes, manyIssues, requestsOf } from './work.mjs';

/** Settings of the gateway with its cache. */
export const CACHE_SETTINGS = {
  CACHE: 'on',
  CACHE_TTL_MS: '600000',
  CACHE_MAX_BYTES: '268435456',
};

/** The contender `before` gets the same requests as `gateway`. */
const contenderOf = (name) => name.replace(/-.*/, '').replace('before', 'gateway');

/** Measures all contenders with the same work, round by round. */
export async function compare(runner, work, names, envs = {}) {
  await runner.renewCallers();
  const running = {};
  const requestsFor = (name) => requestsOf(contenderOf(name), running[name].url, work);
  for (const name of names) {
    running[name] = await runner.startContender(name, envs[name]);
    const { operations, failures } = await runner.load.ask({
      requests: requestsFor(name),
      callers: CALLERS,
      seconds: runner.warmUpSeconds,
      ownTokens: running[name].ownTokens,
    });
    if (failures > operations / 2) {
      throw new Error(`${name} failed in ${failures} of ${operations} operations of "${work}".`);
    }
  }
  const rounds = [];
  for (let round = 0; round < runner.rounds; round += 1) {
    const measured = {};
    // Each round begins with the next contender, so that none is always first.
    const first = round % names.length;
    for (const name of [...names.slice(first), ...names.slice(0, first)]) {
      measured[name] = await runner.measure(running[name], requestsFor(name));
    }
    rounds.push(measured);
    const rates = names.map((name) => `${name} ${measured[name].perSecond.toFixed(1)}/s`);
    process.stdout.write(`${work} ${round + 1}/${runner.rounds}: ${rates.join(', ')}\n`);
  }
  await stopAll(running);
  return rounds;
}

/**
 * Requests at fixed times, at a share of what each contender did in a closed loop just before, with latencies from
 * the intended times.
 */
export async function openLoop(runner, work, names) {
  const rounds = [];
  const running = {};
  for (const name of names) {
    running[name] = await runner.startContender(name);
  }
  const requestsFor = (name) => requestsOf(contenderOf(name), running[name].url, work);
  for (let round = 0; round <= runner.rounds; round += 1) {
    const measured = {};
    for (const name of names) {
      const closed = await runner.measure(running[name], requestsFor(name));
      measured[name] = { closed: closed.perSecond };
      for (const share of OPEN_SHARES) {
        const perSecond = closed.perSecond * share;
        const open = { perSecond, callers: 64 };
        measured[name][share] = await runner.measure(running[name], requestsFor(name), open);
      }
    }
    // The first is the warm-up.
    if (round > 0) {
      rounds.push(measured);
    }
  }
  await stopAll(running);
  return rounds;
}

export const OPEN_SHARES = [0.5, 0.8];

export async function slowUpstream(runner) {
  const rounds = [];
  const names = ['rest', 'mesh', 'gateway'];
  const running = {};
  const measure = (name, seconds) =>
    runner.measure(running[name], manyIssues(name, running[name].url), {
      callers: 1,
      seconds,
      total: 5,
    });
  for (const name of names) {
    running[name] = await runner.startContender(name);
    await measure(name, runner.seconds);
  }
  await runner.upstream.ask({ type: 'delay', value: 100 });
  for (let round = 0; round < runner.rounds; round += 1) {
    const measured = {};
    for (const name of names) {
      measured[name] = await measure(name, 60);
    }
    rounds.push(measured);
  }
  await runner.upstream.ask({ type: 'delay', value: 0 });
  await stopAll(running);
  return rounds;
}

export async function herd(runner) {
  const counts = {};
  // Long enough for all requests to arrive before the first response.
  await runner.upstream.ask({ type: 'delay', value: 2_000 });
  for (const name of ['rest', 'mesh', 'gateway']) {
    const contender = await runner.startContender(name, {}, true);
    const [request] = requestsOf(name, contender.url, 'light');
    const { operations, upstreamPerOperation } = await runner.measure(contender, [request], {
      callers: 200,
      seconds: 60,
      total: 200,
    });
    counts[name] = Math.round(operations * upstreamPerOperation);
    await contender.stop();
  }
  await runner.upstream.ask({ type: 'delay', value: 0 });
  return counts;
}

/**
 * Microseconds of CPU time for an operation with that many hashes, of the floor and the gateway. The floor has
 * no operations: it gets one request for each page.
 */
export async function cpuPerHash(runner) {
  const running = {
    floor: await runner.startContender('floor'),
    gateway: await runner.startContender('gateway'),
  };
  const measure = async (name, hashes) => {
    const requests = manyHashes(name, running[name].url, hashes);
    const seconds = runner.isQuick ? 1 : 2;
    const { cpuMsPerOperation } = await runner.measure(running[name], requests, {
      callers: 1,
      seconds,
    });
    return cpuMsPerOperation * 1_000 * requests.length;
  };
  const points = [];
  for (const hashes of [1, 10, 100, 1_000]) {
    const rounds = [];
    for (let round = 0; round < (runner.isQuick ? 2 : 6); round += 1) {
      rounds.push({
        floor: await measure('floor', hashes),
        gateway: await measure('gateway', hashes),
      });
    }
    // The first is the warm-up.
    const measured = rounds.slice(1);
    const of = (name) => measured.map((round) => round[name]);
    points.push({ hashes, floor: of('floor'), gateway: of('gateway') });
  }
  await stopAll(running);
  return points;
}

/** 64 callers with full pages: resident memory, every five seconds. */
export async function memory(runner) {
  const gateway = await runner.startContender('gateway', { CACHE: 'on', CACHE_TTL_MS: '1000' });
  const seconds = runner.isQuick ? 10 : 600;
  const requests = requestsOf('gateway', gateway.url, 'full');
  const points = [];
  const begin = performance.now();
  const timer = setInterval(async () => {
    const { rss } = await gateway.ask({ type: 'usage' });
    points.push({ seconds: (performance.now() - begin) / 1_000, rssMb: rss / 2 ** 20 });
  }, 5_000);
  const { ownTokens } = gateway;
  const seen = await runner.load.ask({ requests, callers: 64, seconds, ownTokens });
  clearInterval(timer);
  await gateway.stop();
  return { seconds, points, operations: seen.operations, failures: seen.failures };
}

const stopAll = (running) => Promise.all(Object.values(running).map((each) => each.stop()));
