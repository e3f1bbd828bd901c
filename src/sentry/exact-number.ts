import { randomUUID } from 'node:crypto';

/**
 * A number of an upstream's JSON that a double of JavaScript's would change: an integer beyond 2^53
 * or a number beyond 1.8e308. It keeps the text that came, and is written as that text again.
 */
export class ExactNumber {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  toString(): string {
    return this.source;
  }

  /** Node 20 has no `JSON.rawJSON`; there any `JSON.stringify` but `stringifyJson` writes text. */
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

/** `JSON.stringify`, on all versions of Node with the numbers' own digits. */
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

/** Begins a string that stands for a number. No upstream knows it, so none can send it. */
export const MARK = `exact-number-${randomUUID()}:`;
const MARKED = new RegExp(`"${MARK}([^"]*)"`, 'g');

/** How many numbers `stringifyJson` has marked so far; null while it is not at work. */
let marks: number | null = null;
