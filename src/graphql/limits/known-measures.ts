import type { OperationDefinitionNode } from 'graphql';
import { toKey } from '../../key.ts';
import {
  type MeasuredOperation,
  measureRequests,
  type RequestMeasure,
} from './measure-requests.ts';

/** Measures of one operation; beyond it, they are all measured again. */
const MAX_KEPT = 100;

/**
 * `measureRequests`, once for the variables that it depends on. Of texts, such as cursors, only the length matters, except
 * in references: operations with references are measured each time.
 */
export function measureRequestsOnce(measured: MeasuredOperation): RequestMeasure {
  const key = keyOf(measured);
  const kept = measures.get(measured.operation);
  const known = key === null ? undefined : kept?.get(key);
  if (known) {
    return known;
  }
  const measure = measureRequests(measured);
  if (key !== null && !measure.hasReferences) {
    const keep = kept && kept.size < MAX_KEPT ? kept : new Map<string, RequestMeasure>();
    measures.set(measured.operation, keep.set(key, measure));
  }
  return measure;
}

/** Parsed documents are cached, and their measures with them. */
const measures = new WeakMap<OperationDefinitionNode, Map<string, RequestMeasure>>();

/** Null if a variable is a list or an object: how long it is and what it contains may matter. */
function keyOf({ variables, fullPageRows }: MeasuredOperation): string | null {
  const parts = [String(fullPageRows)];
  for (const name in variables) {
    const value = variables[name];
    if (typeof value === 'object' && value !== null) {
      return null;
    }
    parts.push(name, typeof value === 'string' ? `text of ${value.length}` : String(value));
  }
  return toKey(...parts);
}
