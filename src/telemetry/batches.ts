import type { ObserveBatch } from '../loaders/batch.ts';
import type { Operation } from '../sentry/operation.ts';
import type { Metrics } from './metrics.ts';
import { inSpan } from './trace.ts';

/** Records the keys of each batch in the metrics, and a span for it below its operation's span. */
export function observeBatches(metrics: Metrics | null): (operation: Operation) => ObserveBatch {
  return ({ trace }) =>
    (loader, keys, work) => {
      metrics?.batchLoaded(loader, keys);
      const attributes = { 'sentry_graphql.batch_keys': keys };
      return inSpan(`loader ${loader}`, { attributes }, trace, work);
    };
}
