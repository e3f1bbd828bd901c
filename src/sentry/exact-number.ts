import { randomUUID } from 'node:crypto';

/**
 * A number in upstream JSON that a double cannot represent: an integer beyond 2^53 or a number beyond 1.8e308. It keeps
 * its text, and is serialized as that text.
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
