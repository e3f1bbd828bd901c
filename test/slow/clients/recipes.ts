import { readFileSync } from 'node:fs';

const document = readFileSync(new URL('../../../docs/clients.md', import.meta.url), 'utf8');

/** The code blocks of a language below a heading of `docs/clients.md`, or before the first heading. */
export function blocksOf(language: string, heading?: string): readonly string[] {
  const [top = '', ...sections] = document.split(/^## /m);
  const section = heading ? sections.find((text) => text.startsWith(`${heading}\n`)) : top;
  return [...(section ?? '').matchAll(/^```(\w+)\n(.*?)^```$/gms)].flatMap(
    ([, name, code]) => (name === language && code) || [],
  );
}

/**
 * Runs a recipe unchanged.
 *
 * @param returning names of its constants, which become the result
 * @param scope values of names that it does not define
 */
export async function runRecipe<T>(
  code: string,
  returning: readonly (keyof T & string)[],
  scope: Readonly<Record<string, unknown>> = {},
): Promise<T> {
  // A function body cannot have import declarations.
  const body = code.replace(/^import (\{.*\}) from ('.*');$/gm, 'const $1 = await load($2);');
  const run = new AsyncFunction('load', ...Object.keys(scope), `${body}\nreturn { ${returning} };`);
  return run((name: string) => import(/* @vite-ignore */ name), ...Object.values(scope));
}

const AsyncFunction = (async () => {}).constructor as FunctionConstructor;
