import type { useHashPages_issue$data } from '../__generated__/useHashPages_issue.graphql.ts';
import { frameLabel } from '../compare/stack-trace.ts';
import { asDate } from '../when.ts';
import type { HashRow, RowDetails } from './arrange.ts';
import type { EventDetails } from './event-details.ts';

export function toRows(
  edges: useHashPages_issue$data['hashes']['edges'],
  details: ReadonlyMap<string, EventDetails>,
): readonly HashRow[] {
  return edges.map(({ node }) => {
    const event = node.latestEvent;
    const loaded = details.get(event?.id ?? '');
    return {
      id: node.id,
      hash: node.hash,
      title: event?.title ?? null,
      culprit: event?.culprit ?? null,
      platform: event?.platform ?? null,
      date: asDate(event?.dateCreated),
      mergedBySeer: node.mergedBySeer ?? null,
      seerDistance: node.seerMatchDistance ?? null,
      event: event ? { id: event.id, eventId: event.eventId } : null,
      details: loaded && toRowDetails(loaded),
    };
  });
}

function toRowDetails({ hashes, trace }: EventDetails): RowDetails {
  const [top] = trace.frames;
  return { topFrame: top ? frameLabel(top) : null, file: top?.file ?? null, hashes };
}
