import { expect, test } from 'vitest';
import { startProgram } from '../attack/gateway-process.ts';

test('on SIGHUP, the gateway reads its secrets again and goes on', async () => {
  await using gateway = await startProgram('dist/main.js', { PORT: '0' });
  const readTimes = async () => {
    const text = await (await fetch(new URL('/metrics', gateway.url))).text();
    return /^gateway_secrets_read_total\{outcome="replaced"\} (\d+)$/m.exec(text)?.[1];
  };
  expect(await readTimes()).toBe('0');
  process.kill(gateway.pid, 'SIGHUP');
  await expect.poll(readTimes).toBe('1');
});
