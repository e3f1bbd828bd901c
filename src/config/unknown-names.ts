import { SETTING_GROUPS } from './config.ts';
import type { Environment, Settings } from './setting.ts';

/** No other program's environment variables begin with these. */
const OWN_PREFIX = /^(?:SENTRY|GATEWAY)_/i;

const NAMES = Object.values<Settings>(SETTING_GROUPS).flatMap((group) =>
  Object.values(group).map(({ name }) => name),
);
/** Proxy variables are read in lower case too, as in other programs. */
const KNOWN: ReadonlySet<string> = new Set([
  ...NAMES,
  ...NAMES.filter((name) => name.endsWith('_PROXY')).map((name) => name.toLowerCase()),
]);

/**
 * A warning for each variable that looks like a setting but is not one. Otherwise a gateway with a mistyped
 * `SENTRY_AUTH_TOKEN` would serve the demo data.
 */
export function reportUnknownNames(env: Environment): readonly string[] {
  return Object.keys(env)
    .filter((name) => env[name] && !KNOWN.has(name))
    .flatMap((name) => {
      const nearest = findNearest(name.toUpperCase());
      if (nearest !== undefined) {
        return `${name} is not a setting of sentry-graphql: did you mean ${nearest}?`;
      }
      return OWN_PREFIX.test(name)
        ? `${name} is not a setting of sentry-graphql and has no effect.`
        : [];
    });
}

/** The setting that a name misspells, or some of whose words it consists of. */
function findNearest(name: string): string | undefined {
  const mostEdits = name.length >= 10 ? 2 : name.length >= 6 ? 1 : 0;
  const words = name.split('_');
  const isNear = (known: string) =>
    Math.abs(known.length - name.length) <= mostEdits && countEdits(name, known) <= mostEdits;
  return (
    NAMES.find(isNear) ??
    NAMES.find(
      (known) => words.length > 1 && words.every((word) => known.split('_').includes(word)),
    )
  );
}

/** The Levenshtein distance: letters to insert, remove or replace. */
function countEdits(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [line, letter] of [...from].entries()) {
    const next = [line + 1];
    for (let at = 1; at <= to.length; at += 1) {
      const [above = 0, diagonal = 0, left = 0] = [row[at], row[at - 1], next[at - 1]];
      next.push(Math.min(above + 1, left + 1, diagonal + (letter === to[at - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
