import { useCallback, useEffect, useRef, useState } from 'react';
import { fetchQuery, graphql, useRelayEnvironment } from 'react-relay';
import type {
  eventDetailsQuery,
  eventDetailsQuery$data,
} from '../__generated__/eventDetailsQuery.graphql.ts';
import { stackTraceOf, type TracedEvent } from '../compare/stack-trace.ts';
import { RequestFailure, toFailure } from '../relay/request.ts';

/** What only a full event has: a hundred times as much as a light one, so asked for on demand. */
export interface EventDetails {
  readonly fingerprints: readonly string[];
  readonly trace: TracedEvent;
}

/** Events of one issue are one request to Sentry, up to 100; half of that answers sooner. */
const BATCH = 50;

/**
 * Details of events by global ID, a function that has some more of them read, and why the last
 * reading failed, until one succeeds.
 */
export function useEventDetails(): readonly [
  ReadonlyMap<string, EventDetails>,
  (ids: readonly string[]) => void,
  RequestFailure | null,
] {
  const environment = useRelayEnvironment();
  const [details, setDetails] = useState<ReadonlyMap<string, EventDetails>>(new Map());
  const [failure, setFailure] = useState<RequestFailure | null>(null);
  const asked = useRef(new Set<string>());
  const isMounted = useRef(true);
  useEffect(() => {
    isMounted.current = true;
    return () => {
      isMounted.current = false;
    };
  }, []);

  const read = useCallback(
    (ids: readonly string[]) => {
      const fresh = ids.filter((id) => !asked.current.has(id));
      for (let from = 0; from < fresh.length; from += BATCH) {
        const batch = fresh.slice(from, from + BATCH);
        for (const id of batch) {
          asked.current.add(id);
        }
        fetchQuery<eventDetailsQuery>(environment, QUERY, { ids: batch })
          .toPromise()
          .then((data) => {
            const found = new Map(data?.nodes?.flatMap(toDetails));
            if (found.size > 0 && isMounted.current) {
              setFailure(null);
              setDetails((known) => new Map([...known, ...found]));
            }
            if (found.size < batch.length) {
              throw new RequestFailure('INCOMPLETE', 'Sentry did not give all of the events.');
            }
          })
          .catch((error) => {
            // The list stays as it is; the next look at these rows asks again.
            for (const id of batch) {
              asked.current.delete(id);
            }
            if (isMounted.current) {
              setFailure(toFailure(error));
            }
          });
      }
    },
    [environment],
  );
  return [details, read, failure];
}

function toDetails(
  event: NonNullable<eventDetailsQuery$data['nodes']>[number],
): [string, EventDetails][] {
  return event?.__typename === 'Event'
    ? [[event.id, { fingerprints: event.fingerprints ?? [], trace: stackTraceOf(event) }]]
    : [];
}

const QUERY = graphql`
  query eventDetailsQuery($ids: [ID!]!) {
    nodes(ids: $ids) {
      __typename
      ... on Event {
        id
        fingerprints
        entries {
          __typename
          ... on ExceptionEntry {
            values {
              type
              value
              stacktrace {
                frames {
                  function
                  filename
                  module
                  lineNo
                  inApp
                }
              }
            }
          }
          ... on StacktraceEntry {
            stacktrace {
              frames {
                function
                filename
                module
                lineNo
                inApp
              }
            }
          }
          ... on ThreadsEntry {
            threads: values {
              name
              crashed
              stacktrace {
                frames {
                  function
                  filename
                  module
                  lineNo
                  inApp
                }
              }
            }
          }
        }
      }
    }
  }
`;
