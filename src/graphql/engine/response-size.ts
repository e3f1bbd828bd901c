import type { ResponseSize } from '../../context.ts';
import { isContainer, MARKS, sizeOf } from '../../sentry/json-text.ts';
import type { ResponseLimits } from './response-limits.ts';
import { writeData } from './written-data.ts';

/** Counts from zero, up to the limits. */
export function startResponse(response: ResponseSize, limits: ResponseLimits): void {
  Object.assign(response, {
    fields: 0,
    errors: 0,
    characters: 0,
    maxFields: limits.maxResponseFields,
    maxErrors: limits.maxErrors,
    maxCharacters: limits.maxResponseBytes,
  });
}

/** Counts the characters of the whole result. */
export function finishResponse(response: ResponseSize, result: unknown): void {
  countCharacters(result, response);
  // Whatever still refers to the context must not keep the result in memory.
  response.measured.clear();
}

/** Counts the characters of a result as JSON, without escapes, except in parts that are counted already. */
function countCharacters(result: unknown, response: ResponseSize): void {
  if (!isContainer(result)) {
    response.characters += sizeOf(result);
    return;
  }
  if (response.measured.has(result)) {
    return;
  }
  response.characters += MARKS;
  for (const key in result) {
    if (response.characters > response.maxCharacters) {
      return;
    }
    response.characters += Array.isArray(result) ? 0 : key.length + MARKS;
    countCharacters(result[key], response);
  }
}

/** An escape is at most six characters long. */
const MAX_GROWTH = 6;

/** Counts the characters with escapes, if these can make the response too large. */
export function countEscapes(response: ResponseSize, data: object | null | undefined): void {
  const { characters, maxCharacters } = response;
  if (data && characters <= maxCharacters && characters * MAX_GROWTH > maxCharacters) {
    response.characters = writeData(data);
  }
}
