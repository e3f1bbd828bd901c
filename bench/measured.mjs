/* What every contender's process tells of itself. */
import { Session } from 'node:inspector/promises';

export function answerQuestions(url) {
  const session = new Session();
  session.connect();
  process.on('message', async ({ id, type }) => {
    const answer = {
      usage: () => ({ cpu: process.cpuUsage(), rss: process.memoryUsage.rss() }),
      async collect() {
        globalThis.gc?.();
        return process.memoryUsage.rss();
      },
      async profile() {
        await session.post('Profiler.enable');
        await session.post('Profiler.setSamplingInterval', { interval: 200 });
        await session.post('Profiler.start');
      },
      async profiled() {
        const { profile } = await session.post('Profiler.stop');
        return selfTimes(profile);
      },
    }[type];
    process.send({ id, result: await answer() });
  });
  process.send({ url });
}

/** Share of the busy time that each function took itself, the dearest first. */
function selfTimes({ nodes, samples, timeDeltas }) {
  const places = new Map(nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]));
  const times = new Map();
  samples.forEach((sample, index) => {
    const place = places.get(sample);
    times.set(place, (times.get(place) ?? 0) + timeDeltas[index]);
  });
  times.delete('(idle)');
  times.delete('(root)');
  const total = [...times.values()].reduce((sum, time) => sum + time, 0);
  return [...times]
    .sort(([, one], [, other]) => other - one)
    .map(([place, time]) => ({ place, share: time / total }));
}

function nameOf({ functionName, url, lineNumber }) {
  const name = functionName || '(anonymous)';
  if (name.startsWith('(') && url === '') {
    return name;
  }
  const file = url.replace(/^.*node_modules\//, '').replace(/^file:\/\/.*\/dist\//, 'dist/');
  return file === '' ? `${name} (generated or native)` : `${name} (${file}:${lineNumber + 1})`;
}
