import { randomUUID } from 'node:crypto';
import { SentryError } from './errors.ts';

/** Sentry trims data of SDKs to about ten levels; `JSON.stringify` fails at a few thousand. */
const MAX_DEPTH = 200;

/** Characters of JSON around a key or a value: quotation marks, colon, comma. */
export const MARKS = 4;

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
  sizeOf(value);
  return value;
}

/**
 * The characters of a value as JSON, without escapes.
 * @throws NestedTooDeep
 */
export function sizeOf(value: unknown): number {
  return isContainer(value) ? sizeWithin(value, MAX_DEPTH) : sizeOfLeaf(value);
}

/** Callers check `isContainer` first: most values are leaves, and a call takes longer. */
function sizeWithin(container: Container, levels: number): number {
  if (levels === 0) {
    throw new NestedTooDeep();
  }
  let size = MARKS;
  if (Array.isArray(container)) {
    for (const item of container) {
      size += isContainer(item) ? sizeWithin(item, levels - 1) : sizeOfLeaf(item);
    }
    return size;
  }
  for (const key in container) {
    const value = container[key];
    size += key.length + MARKS;
    size += isContainer(value) ? sizeWithin(value, levels - 1) : sizeOfLeaf(value);
  }
  return size;
}

/** Numbers, booleans and null are about as long as the marks of a string. */
function sizeOfLeaf(value: unknown): number {
  return typeof value === 'string' ? value.length + MARKS : MARKS;
}

/** An object or a list. */
export type Container = Record<string | number, unknown>;

export function isContainer(value: unknown): value is Container {
  return typeof value === 'object' && value !== null;
}

/**
 * An integer in upstream JSON that a double cannot represent, beyond 2^53. It keeps its text, and is serialized as that
 * text.
 */
export class ExactNumber {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  toString(): string {
    return this.source;
  }

  /**
   * Node 20 has no `JSON.rawJSON`: there `JSON.stringify` writes a string, and only `stringifyJson` a
   * number.
   */
  toJSON(): unknown {
    if (rawJson) {
      return rawJson(this.source);
    }
    if (marks === null) {
      return this.source;
    }
    marks += 1;
    return MARK + this.source;
  }
}

/** `JSON.stringify` that keeps the digits of numbers on all Node versions. */
export function stringifyJson(value: unknown): string {
  marks = 0;
  try {
    const json = JSON.stringify(value);
    return marks === 0 ? json : json.replace(MARKED, '$1');
  } finally {
    marks = null;
  }
}

const rawJson = (JSON as { rawJSON?: (text: string) => unknown }).rawJSON;

/** Prefix of a string that replaces a number. Random, so that no upstream can send it. */
export const MARK = `exact-number-${randomUUID()}:`;
const MARKED = new RegExp(`"${MARK}([^"]*)"`, 'g');

/** Numbers that `stringifyJson` has marked so far; null while it does not run. */
let marks: number | null = null;
