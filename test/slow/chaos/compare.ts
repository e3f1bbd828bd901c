import type { Execution } from '../../harness/gateway.ts';

/** Allowed codes for failures of the upstream. */
const TROUBLE = [
  'RATE_LIMITED',
  'UPSTREAM_TIMEOUT',
  'UPSTREAM_UNAVAILABLE',
  'UPSTREAM_BAD_RESPONSE',
];

type Path = readonly (string | number)[];

/**
 * Describes the first wrong part of a result, or returns null. Each part must be correct, or null with a
 * coded error at its path.
 */
export function findFalsehood(
  { status, data, errors = [] }: Execution,
  truth: unknown,
): string | null {
  if (status !== 200) {
    return `status ${status}`;
  }
  const strange = errors.find(({ extensions }) => !TROUBLE.includes(extensions?.code));
  if (strange) {
    return `an error of another kind: ${JSON.stringify(strange)}`;
  }
  const paths = errors.map(({ path }) => path ?? []);
  const unused = new Set(paths);
  const falsehood = compare(data, truth, [], paths, unused);
  return (
    falsehood ?? (unused.size > 0 ? `an error at no null: ${[...unused][0]?.join('.')}` : null)
  );
}

function compare(
  value: unknown,
  truth: unknown,
  at: Path,
  errorPaths: readonly Path[],
  unused: Set<Path>,
): string | null {
  if (value === null && truth !== null) {
    return explainNull(at, errorPaths, unused);
  }
  if (at.at(-1) === 'totalCount' && value === Number(truth) + 1) {
    // A shifted page is that of a list with one more row.
    return null;
  }
  if (!isComposite(value) || !isComposite(truth)) {
    return Object.is(value, truth) ? null : `${at.join('.')} is ${value} and in truth ${truth}`;
  }
  const keys = Object.keys(truth);
  if (Object.keys(value).join() !== keys.join()) {
    return `${at.join('.')} has other keys than in truth`;
  }
  for (const key of keys) {
    const step = Array.isArray(truth) ? Number(key) : key;
    const found = compare(value[key], truth[key], [...at, step], errorPaths, unused);
    if (found !== null) {
      return found;
    }
  }
  return null;
}

/** A null in place of a value needs an error at its path or below it. */
function explainNull(at: Path, errorPaths: readonly Path[], unused: Set<Path>): string | null {
  const causes = errorPaths.filter((path) => at.every((key, index) => path[index] === key));
  for (const cause of causes) {
    unused.delete(cause);
  }
  return causes.length > 0 ? null : `null without an error at ${at.join('.')}`;
}

function isComposite(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
