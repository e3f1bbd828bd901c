import type { ResponseSize } from '../../context.ts';
import { isContainer, MARKS, sizeOf } from '../../sentry/json-text.ts';
import type { ResponseLimits } from './response-limits.ts';

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

/** In characters. Smaller responses are not searched for escapes, which make them six times as long at most. */
const LARGE_RESPONSE = 1_024 * 1_024;

/** Counts the characters of the whole result. */
export function finishResponse(response: ResponseSize, result: unknown): void {
  countCharacters(result, response);
  if (response.characters > LARGE_RESPONSE) {
    countEscapes(result, response);
  }
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

/** Adds what escapes make the texts of a result longer. */
function countEscapes(result: unknown, response: ResponseSize): void {
  if (typeof result === 'string') {
    response.characters += escapesOf(result);
  } else if (isContainer(result)) {
    for (const key in result) {
      if (response.characters > response.maxCharacters) {
        return;
      }
      response.characters += Array.isArray(result) ? 0 : escapesOf(key);
      countEscapes(result[key], response);
    }
  }
}

const QUOTATION_MARKS = 2;

function escapesOf(text: string): number {
  return JSON.stringify(text).length - QUOTATION_MARKS - text.length;
}
