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
  /** Whether the frames have their source lines. */
  readonly hasSource: boolean;
}

/** Up to 100 events of an issue take one request to Sentry; smaller batches respond sooner. */
const BATCH = 50;
/** Batches in flight: further ones would delay the rows in view. */
const MOST_IN_FLIGHT = 3;

export interface LoadedDetails {
  /** By the event's global ID. */
  readonly details: ReadonlyMap<string, EventDetails>;
  /** Loads those that are not loaded yet. Source lines make events larger again. */
  readonly load: (ids: readonly string[], withSource?: boolean) => void;
  /** The last failure, until a request succeeds. */
  readonly failure: RequestFailure | null;
}

export function useEventDetails(): LoadedDetails {
  const environment = useRelayEnvironment();
  const [details, setDetails] = useState<ReadonlyMap<string, EventDetails>>(new Map());
  const [failure, setFailure] = useState<RequestFailure | null>(null);
  const requested = useRef(new Set<string>());
  const waiting = useRef<Batch[]>([]);
  const inFlight = useRef(0);
  const isMounted = useRef(true);
  useEffect(() => {
    isMounted.current = true;
    return () => {
      isMounted.current = false;
      waiting.current = [];
    };
  }, []);

  const send = useCallback(
    async ({ ids, withSource }: Batch) => {
      try {
        const data = await fetchQuery<eventDetailsQuery>(environment, QUERY, {
          ids,
          withSource,
        }).toPromise();
        const found = new Map(data?.nodes?.flatMap((node) => toDetails(node, withSource)));
        if (found.size > 0 && isMounted.current) {
          setFailure(null);
          setDetails((known) => new Map([...known, ...found]));
        }
        if (found.size < ids.length) {
          throw new RequestFailure('INCOMPLETE', 'Sentry did not return all of the events.');
        }
      } catch (error) {
        // When these rows are needed again, they are requested again.
        for (const id of ids) {
          requested.current.delete(keyOf(id, withSource));
        }
        if (isMounted.current) {
          setFailure(toFailure(error));
        }
      }
    },
    [environment],
  );

  const sendNext = useCallback(() => {
    while (inFlight.current < MOST_IN_FLIGHT) {
      const batch = waiting.current.shift();
      if (!batch) {
        return;
      }
      inFlight.current += 1;
      void send(batch).finally(() => {
        inFlight.current -= 1;
        sendNext();
      });
    }
  }, [send]);

  const load = useCallback(
    (ids: readonly string[], withSource = false) => {
      const fresh = ids.filter(
        (id) =>
          !requested.current.has(keyOf(id, true)) && !requested.current.has(keyOf(id, withSource)),
      );
      for (let from = 0; from < fresh.length; from += BATCH) {
        const batch = fresh.slice(from, from + BATCH);
        for (const id of batch) {
          requested.current.add(keyOf(id, withSource));
        }
        waiting.current.push({ ids: batch, withSource });
      }
      sendNext();
    },
    [sendNext],
  );
  return { details, load, failure };
}

interface Batch {
  readonly ids: readonly string[];
  readonly withSource: boolean;
}

function keyOf(id: string, withSource: boolean): string {
  return withSource ? `${id} with source` : id;
}

function toDetails(
  event: NonNullable<eventDetailsQuery$data['nodes']>[number],
  hasSource: boolean,
): [string, EventDetails][] {
  return event?.__typename === 'Event'
    ? [[event.id, { hashes: event.fingerprints ?? [], trace: stackTraceOf(event), hasSource }]]
    : [];
}

graphql`
  fragment eventDetails_frames on Stacktrace {
    frames {
      function
      filename
      module
      lineNo
      inApp
      context @include(if: $withSource) {
        lineNo
        line
      }
    }
  }
`;

const QUERY = graphql`
  query eventDetailsQuery($ids: [ID!]!, $withSource: Boolean!) {
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
                ...eventDetails_frames @relay(mask: false)
              }
            }
          }
          ... on StacktraceEntry {
            stacktrace {
              ...eventDetails_frames @relay(mask: false)
            }
          }
          ... on ThreadsEntry {
            threads: values {
              name
              crashed
              stacktrace {
                ...eventDetails_frames @relay(mask: false)
              }
            }
          }
        }
      }
    }
  }
`;
