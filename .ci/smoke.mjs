// Starts the compiled gateway as a newcomer does, runs the very command line that it prints, and
// stops it by its process id. Fails if it is not up within ten seconds.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';

const gateway = spawn(process.execPath, ['dist/main.js'], {
  env: { ...process.env, PORT: '0', SENTRY_URL: '', SENTRY_AUTH_TOKEN: '' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
try {
  const printed = await readUntilCurl(gateway.stdout, AbortSignal.timeout(10_000));
  const command = /curl .*/.exec(printed)?.[0] ?? '';
  const { stdout } = await promisify(execFile)('bash', ['-c', `${command} --silent --fail`]);
  const { data, errors } = JSON.parse(stdout);
  if (errors || data.issue.hashes.nodes[0].hash !== '9999aaaaca8b46d797c23c6077c6ff01') {
    throw new Error(`The first query was answered with ${stdout}`);
  }
  console.log(`Answered: ${data.issue.title}, ${data.issue.hashes.totalCount} hashes.`);
} finally {
  gateway.kill('SIGTERM');
  const [code] = await once(gateway, 'exit');
  if (code !== 0) {
    process.exitCode = 1;
    console.error(`The gateway ended with ${code} on SIGTERM.`);
  }
}

async function readUntilCurl(stream, signal) {
  let text = '';
  for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
    signal.throwIfAborted();
    text += chunk;
    if (/curl .*\n/.test(text)) {
      return text;
    }
  }
  throw new Error(`The gateway ended before it listened; it printed: ${text}`);
}
