import { isSentryError } from '../sentry/errors.ts';

/**
 * Waits for the request that shows whether an object exists.
 *
 * If it fails without a response and `isReportedBelow`, the result is undefined without an error: some selected fields need
 * the same request and report its failure, others have requests of their own and keep their values.
 */
export function checkExistence<Body>(
  body: Promise<Body>,
  isReportedBelow: boolean,
): Promise<Body | undefined> {
  return body.catch((error) => {
    if (isReportedBelow && !isSentryError(error, 'notFound', 'forbidden', 'unauthenticated')) {
      return undefined;
    }
    throw error;
  });
}
