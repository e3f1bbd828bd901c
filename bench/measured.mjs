/* Reports the resource usage of a contender's process to bench.mjs. */
export function answerQuestions(url) {
  process.on('message', ({ id, type }) => {
    const answers = {
      usage: () => ({ cpu: process.cpuUsage(), rss: process.memoryUsage.rss() }),
      /** What is alive, with `--expose-gc`. */
      collect() {
        globalThis.gc?.();
        globalThis.gc?.();
        const { heapUsed, external } = process.memoryUsage();
        return heapUsed + external;
      },
    };
    process.send({ id, result: answers[type]() });
  });
  process.send({ url });
}
