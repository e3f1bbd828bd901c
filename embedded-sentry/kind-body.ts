import { digest, type StoredEvent } from './dataset.ts';
import { ENTRY_KINDS } from './entry-kinds.ts';
import type { Body } from './event-parts.ts';
import { RARE_CONTEXTS, RARE_EVENT_FIELDS } from './rare-fields.ts';

/**
 * Events of the issue `entryKinds`: each hash has a different kind of entry, the last three different
 * types.
 */
export function bodyOfKind(event: StoredEvent, ordinary: Body): Body {
  const { index } = event;
  const kind = ENTRY_KINDS[index % ENTRY_KINDS.length];
  const body: Body & { readonly entries: readonly { readonly type: string }[] } = {
    ...ordinary,
    entries: kind ? [kind(index)] : [],
  };
  const [type] = body.entries.map((entry) => entry.type);
  switch (type) {
    case 'exception':
      return {
        ...body,
        ...RARE_EVENT_FIELDS,
        contexts: { ...(body['contexts'] as Body), ...RARE_CONTEXTS },
        user: { ...(body['user'] as Body), username: `customer-${index}` },
        tags: [
          { key: 'os', value: 'Linux', _meta: { value: { '': { len: 240 } } } },
          ...(body['tags'] as readonly Body[]),
        ],
      };
    case 'spans':
      return transactionBody(body, event);
    case 'message':
      return { ...body, type: 'default', message: `Order ${index} was lost` };
    case 'csp':
      return { ...body, type: 'csp' };
    case 'wibble':
      return { ...body, type: 'generic', occurrence: occurrence(event) };
    default:
      return body;
  }
}

/** Transactions have some other keys than error events. */
function transactionBody(body: Body, event: StoredEvent): Body {
  const {
    dateCreated: _dateCreated,
    crashFile: _crashFile,
    culprit: _culprit,
    fingerprints: _fingerprints,
    groupingConfig: _groupingConfig,
    ...rest
  } = body;
  return {
    ...rest,
    type: 'transaction',
    startTimestamp: event.timeMs / 1_000 - 1.5,
    endTimestamp: event.timeMs / 1_000,
    measurements: { lcp: { value: 1_200.5, unit: 'millisecond' } },
    breakdowns: { span_ops: { 'ops.db': { value: 210.5, unit: 'millisecond' } } },
  };
}

function occurrence(event: StoredEvent): Body {
  return {
    id: digest('occurrence', event.id),
    projectId: Number(event.issue.projectId),
    eventId: event.id,
    fingerprint: [event.hash],
    issueTitle: 'Slow database query',
    subtitle: 'SELECT * FROM cart',
    resourceId: 'cart-database',
    evidenceData: { op: 'db' },
    evidenceDisplay: [{ name: 'Query', value: 'SELECT * FROM cart', important: true }],
    type: 1_001,
    detectionTime: event.timeMs / 1_000,
    level: 'info',
    culprit: 'GET /cart',
    assignee: 'user:550747',
    priority: 50,
  };
}
