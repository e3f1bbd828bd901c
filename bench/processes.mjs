/* Child processes, each pinned to a core, with questions and answers over IPC. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';

export const canPin =
  availableParallelism() > 1 && spawnSync('taskset', ['--version']).status === 0;

/** Upstream and callers share one core; the contender has the other to itself. */
export const THEIR_CORE = 0;
export const CONTENDER_CORE = 1;

/** @param node the Node.js that runs it */
export async function start(file, core, env = {}, node = process.execPath) {
  const command = [node, new URL(file, import.meta.url).pathname];
  const [program, ...rest] = canPin ? ['taskset', '-c', String(core), ...command] : command;
  const child = spawn(program, rest, {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  child.setMaxListeners(0);
  const [ready] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => {
      throw new Error(`${file} ended with ${code}`);
    }),
  ]);
  let count = 0;
  return {
    ...ready,
    ask(question) {
      count += 1;
      const id = count;
      return new Promise((resolve, reject) => {
        const hear = (message) => {
          if (message.id === id) {
            child.off('message', hear).off('exit', end);
            resolve(message.result);
          }
        };
        const end = (code) => reject(new Error(`${file} ended with ${code}`));
        child.on('message', hear).once('exit', end);
        child.send({ id, ...question });
      });
    },
    async stop() {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}
