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
  if (isDeeper(value, MAX_DEPTH)) {
    throw new NestedTooDeep();
  }
  return value;
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) {
    return false;
  }
  if (levels === 0) {
    return true;
  }
  if (Array.isArray(value)) {
    return value.some((item) => isDeeper(item, levels - 1));
  }
  for (const key in value) {
    if (isDeeper((value as Readonly<Record<string, unknown>>)[key], levels - 1)) {
      return true;
    }
  }
  return false;
}
