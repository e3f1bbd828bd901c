import { useCallback, useEffect, useRef, useState } from 'react';
import { fetchQuery, graphql, useRelayEnvironment } from 'react-relay';
import type {
  eventDetailsQuery,
  eventDetailsQuery$data,
} from '../__generated__/eventDetailsQuery.graphql.ts';
import { stackTraceOf, type TracedEvent } from '../compare/stack-trace.ts';
import { RequestFailure, toFailure } from '../relay/request.ts';

/** Fields that only full events have, which are a hundred times as large as light ones: loaded on demand. */
export interface EventDetails {
  /** All hashes of the event. */
  readonly hashes: readonly string[];
  readonly trace: TracedEvent;
}

/** Up to 100 events of an issue take one request to Sentry; smaller batches respond sooner. */
const BATCH = 50;

/**
 * Details of events by global ID, a function that loads more, and the last failure, until a request
 * succeeds.
 */
export function useEventDetails(): readonly [
  ReadonlyMap<string, EventDetails>,
  (ids: readonly string[]) => void,
  RequestFailure | null,
] {
  const environment = useRelayEnvironment();
  const [details, setDetails] = useState<ReadonlyMap<string, EventDetails>>(new Map());
  const [failure, setFailure] = useState<RequestFailure | null>(null);
  const requested = useRef(new Set<string>());
  const isMounted = useRef(true);
  useEffect(() => {
    isMounted.current = true;
    return () => {
      isMounted.current = false;
    };
  }, []);

  const load = useCallback(
    (ids: readonly string[]) => {
      const fresh = ids.filter((id) => !requested.current.has(id));
      for (let from = 0; from < fresh.length; from += BATCH) {
        const batch = fresh.slice(from, from + BATCH);
        for (const id of batch) {
          requested.current.add(id);
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
              throw new RequestFailure('INCOMPLETE', 'Sentry did not return all of the events.');
            }
          })
          .catch((error) => {
            // When these rows are shown again, they are requested again.
            for (const id of batch) {
              requested.current.delete(id);
            }
            if (isMounted.current) {
              setFailure(toFailure(error));
            }
          });
      }
    },
    [environment],
  );
  return [details, load, failure];
}

function toDetails(
  event: NonNullable<eventDetailsQuery$data['nodes']>[number],
): [string, EventDetails][] {
  return event?.__typename === 'Event'
    ? [[event.id, { hashes: event.fingerprints ?? [], trace: stackTraceOf(event) }]]
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
