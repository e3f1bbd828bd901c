import type { Execution } from '../../harness/gateway.ts';

/** Codes that an upstream's trouble may have. */
const TROUBLE = [
  'RATE_LIMITED',
  'UPSTREAM_TIMEOUT',
  'UPSTREAM_UNAVAILABLE',
  'UPSTREAM_BAD_RESPONSE',
];

type Path = readonly (string | number)[];

/**
 * What is wrong with an answer, or null: each part of it has to be the truth, or null with a coded
 * error at a path that leads there.
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

/** A null that is not the truth needs an error at its path or below it. */
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
