/* Reports the resource usage of a contender's process to bench.mjs. */
export function answerQuestions(url) {
  process.on('message', ({ id, type }) => {
    const answers = {
      usage: () => ({ cpu: process.cpuUsage(), rss: process.memoryUsage.rss() }),
      collect() {
        globalThis.gc?.();
        return process.memoryUsage.rss();
      },
    };
    process.send({ id, result: answers[type]() });
  });
  process.send({ url });
}
