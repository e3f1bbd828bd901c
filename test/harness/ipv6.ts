import { networkInterfaces } from 'node:os';
import { test } from 'vitest';

const hasLoopback = Object.values(networkInterfaces()).some((addresses) =>
  addresses?.some(({ address }) => address === '::1'),
);

/** A test that needs IPv6: skipped, with the reason in its name, where there is none outside CI. */
export function testWithIpv6(name: string, run: () => Promise<void>): void {
  // biome-ignore lint/style/noProcessEnv: whether a missing part is a failure is the machine's to say.
  if (hasLoopback || process.env['CI'] === 'true') {
    test(name, run);
  } else {
    test.skip(`${name} (this machine has no address ::1)`, run);
  }
}
