import { SentryError } from './errors.ts';

/** Sentry trims data of SDKs to about ten levels; `JSON.stringify` fails at a few thousand. */
const MAX_DEPTH = 200;

/** A value is nested too deep to be serialized, or to be parsed by clients. */
export class NestedTooDeep extends SentryError {
  constructor() {
    super(
      'badResponse',
      `Sentry returned a value that is nested more than ${MAX_DEPTH} levels deep.`,
    );
  }
}

/** @throws NestedTooDeep */
export function requireShallow(value: unknown): unknown {
  if (isContainer(value) && isDeeper(value, MAX_DEPTH)) {
    throw new NestedTooDeep();
  }
  return value;
}

/** Callers check `isContainer` first: most values are scalars, and a call takes longer. */
function isDeeper(container: object, levels: number): boolean {
  if (levels === 0) {
    return true;
  }
  if (Array.isArray(container)) {
    for (const item of container) {
      if (isContainer(item) && isDeeper(item, levels - 1)) {
        return true;
      }
    }
    return false;
  }
  for (const key in container) {
    const value = (container as Readonly<Record<string, unknown>>)[key];
    if (isContainer(value) && isDeeper(value, levels - 1)) {
      return true;
    }
  }
  return false;
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
