/* What every contender's process tells of itself. */
import { Session } from 'node:inspector/promises';

/** Microseconds between samples. Each is dear: ten times as many double the time of an operation. */
const SAMPLING_INTERVAL = 2_000;

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
        await session.post('Profiler.setSamplingInterval', { interval: SAMPLING_INTERVAL });
        await session.post('Profiler.start');
      },
      async profiled() {
        const { profile } = await session.post('Profiler.stop');
        await session.post('Profiler.disable');
        return profile;
      },
    }[type];
    process.send({ id, result: await answer() });
  });
  process.send({ url });
}
