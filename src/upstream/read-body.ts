import { setImmediate as nextTurn } from 'node:timers/promises';
import { SentryError } from '../sentry/errors.ts';
import type { Json } from '../sentry/json.ts';
import { parseJson } from './parse-json.ts';

/**
 * Limits on a body in addition to its size, because parsing blocks the event loop: 64 MiB of `{},` block it
 * for 25 s and create 2 GB of objects. A value of events has 16 bytes on average, and takes up to 200 in memory.
 */
interface BodyLimits {
  readonly maxValues: number;
  /** For one row of a list, or a body that is not a list: the part that is parsed at once. */
  readonly maxRowValues: number;
  /** For the same part. Sentry accepts no event of more than 1 MB. */
  readonly maxRowBytes: number;
  readonly maxRows: number;
  /** Values of smaller bodies are not counted: they cannot exceed the limits. */
  readonly minCountedBytes: number;
  /** A longer list is parsed in slices of about this length. */
  readonly sliceBytes: number;
}

export const BODY_LIMITS: BodyLimits = {
  maxValues: 1_500_000,
  maxRowValues: 250_000,
  maxRowBytes: 8 * 1024 * 1024,
  maxRows: 10_000,
  minCountedBytes: 1.25 * 1024 * 1024,
  sliceBytes: 1024 * 1024,
};

/**
 * Parses the JSON of a body, a long list in slices of rows, so that other operations run in between.
 * Takes `bytes`, which it overwrites and frees.
 *
 * @throws SyntaxError if it is not JSON; SentryError beyond the limits; the signal's reason.
 */
export async function readBody(
  bytes: Buffer,
  signal?: AbortSignal,
  limits: BodyLimits = BODY_LIMITS,
): Promise<Json> {
  const commas = bytes.length < limits.minCountedBytes ? [] : findSlices(bytes, limits);
  const body: Json =
    commas.length === 0
      ? parseJson(bytes)
      : await parseSlices(bytes, [0, ...commas, bytes.length], signal);
  freeMemory(bytes);
  if (Array.isArray(body) && body.length > limits.maxRows) {
    throw tooMuch(`a list of more than ${limits.maxRows} rows`);
  }
  return body;
}

/** Shorter bodies may be a chunk of a connection, which can share its memory. */
const MIN_FREED_BYTES = 64 * 1024;

/**
 * Frees a body now and not at the next garbage collection. V8 collects the whole heap when such memory has grown by 64 MB: with
 * Node 24 that takes a quarter of the processor time of pages of full events. Node 20 has no `transfer`, and collects
 * more often.
 */
function freeMemory({ buffer, byteLength }: Buffer): void {
  if (byteLength > MIN_FREED_BYTES && byteLength === buffer.byteLength && 'transfer' in buffer) {
    buffer.transfer(0);
  }
}

const [QUOTE, COMMA, BACKSLASH] = [0x22, 0x2c, 0x5c];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

/** @param cuts - The start of the list, the commas where it is cut, and its end. */
async function parseSlices(
  bytes: Buffer,
  cuts: readonly number[],
  signal: AbortSignal | undefined,
): Promise<readonly Json[]> {
  const rows: Json[] = [];
  let start = 0;
  for (const end of cuts.slice(1)) {
    signal?.throwIfAborted();
    const isLast = end === bytes.length;
    // The comma before a slice and the one after it become the brackets of a list.
    if (start > 0) {
      bytes[start] = OPEN_LIST;
    }
    if (!isLast) {
      bytes[end] = CLOSE_LIST;
    }
    const slice = parseJson(bytes.subarray(start, isLast ? end : end + 1));
    if (!Array.isArray(slice) || slice.length === 0) {
      throw new SyntaxError('There is no value beside a comma.');
    }
    for (const row of slice) {
      rows.push(row);
    }
    start = end;
    await nextTurn();
  }
  return rows;
}

/**
 * Counts the values of a body, and finds the commas between rows at which to cut it; none if it is short or
 * not a list. Commas found in text that is not JSON make a slice fail to parse.
 */
function findSlices(bytes: Buffer, limits: BodyLimits): readonly number[] {
  const isList = /^(?:\xef\xbb\xbf)?\s*\[/.test(bytes.toString('latin1', 0, 1_000));
  const commas: number[] = [];
  let sliceStart = 0;
  let depth = 0;
  let values = 0;
  let rows = 1;
  let rowStart = 0;
  let valuesBeforeRow = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] as number;
    if (byte === QUOTE) {
      at = findQuote(bytes, at + 1);
    }
    depth += DEPTH_CHANGE[byte] as number;
    values += VALUES[byte] as number;
    if (byte === COMMA && depth === 1 && isList) {
      rows += 1;
      rowStart = at;
      valuesBeforeRow = values;
      if (at - sliceStart >= limits.sliceBytes) {
        commas.push(at);
        sliceStart = at;
      }
    }
    requireWithin(limits, rows, values, at - rowStart, values - valuesBeforeRow);
  }
  return commas;
}

function requireWithin(
  { maxRows, maxValues, maxRowBytes, maxRowValues }: BodyLimits,
  rows: number,
  values: number,
  rowBytes: number,
  rowValues: number,
): void {
  if (rows > maxRows) {
    throw tooMuch(`a list of more than ${maxRows} rows`);
  }
  if (values > maxValues) {
    throw tooMuch(`more than ${maxValues} values`);
  }
  if (rowBytes > maxRowBytes) {
    throw tooMuch(`more than ${maxRowBytes} bytes in one object`);
  }
  if (rowValues > maxRowValues) {
    throw tooMuch(`more than ${maxRowValues} values in one object`);
  }
}

/** By byte: the change of depth, and the number of values that it begins. */
const DEPTH_CHANGE = new Int8Array(256);
const VALUES = new Int8Array(256);
for (const open of [OPEN_LIST, OPEN_OBJECT]) {
  DEPTH_CHANGE[open] = 1;
  VALUES[open] = 1;
}
DEPTH_CHANGE[CLOSE_LIST] = -1;
DEPTH_CHANGE[CLOSE_OBJECT] = -1;
VALUES[COMMA] = 1;

/** The closing quote of the string at `at`, or the end of the body. */
function findQuote(bytes: Buffer, at: number): number {
  let quote = at;
  while (quote < bytes.length && bytes[quote] !== QUOTE) {
    quote += bytes[quote] === BACKSLASH ? 2 : 1;
  }
  return quote;
}

function tooMuch(what: string): SentryError {
  return new SentryError('badResponse', `Sentry returned ${what}, which is the limit.`);
}
