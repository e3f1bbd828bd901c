import { execFileSync } from 'node:child_process';
import { test } from 'vitest';

/** A test that needs a command of the system. Without it the test is skipped with the reason in its name; in CI it fails. */
export function testWithCommand(
  command: string,
  name: string,
  run: () => Promise<void> | void,
  timeoutMs?: number,
): void {
  if (isInstalled(command) || process.env['CI'] === 'true') {
    test(name, run, timeoutMs);
  } else {
    test.skip(`${name} (no ${command} on the PATH: install it)`, run);
  }
}

function isInstalled(command: string): boolean {
  try {
    execFileSync('sh', ['-c', `command -v ${command}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
