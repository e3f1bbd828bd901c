import { SentryError } from './errors.ts';

/** Sentry trims what SDKs send to ten levels or so; `JSON.stringify` takes a few thousand. */
const MAX_DEPTH = 200;

/** A value is nested deeper than an answer can be written, or a caller's parser would read. */
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

/** Most values are neither lists nor objects: for those no call is worth its time. */
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
