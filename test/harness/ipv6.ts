import { networkInterfaces } from 'node:os';
import { test } from 'vitest';

const hasLoopback = Object.values(networkInterfaces()).some((addresses) =>
  addresses?.some(({ address }) => address === '::1'),
);

/** A test that needs IPv6. Without it, it is skipped with the reason in its name; in CI it fails. */
export function testWithIpv6(name: string, run: () => Promise<void>): void {
  // biome-ignore lint/style/noProcessEnv: `CI` decides whether a missing part is a failure.
  if (hasLoopback || process.env['CI'] === 'true') {
    test(name, run);
  } else {
    test.skip(`${name} (this machine has no address ::1)`, run);
  }
}
