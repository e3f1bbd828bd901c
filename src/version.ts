import { readFileSync } from 'node:fs';

/** From `package.json`, which is beside both `src/` and `dist/`. */
export function readVersion(): string {
  const { version } = JSON.parse(
    readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
  ) as { readonly version: string };
  return version;
}
