import { appearanceOf } from './appearance.ts';
import { contextsOf } from './contexts.ts';
import { digest, type StoredEvent } from './dataset.ts';
import { DOCUMENTATION_SAMPLE } from './documentation-sample.ts';
import { ENTRY_KINDS, errorEntries } from './entries.ts';
import { RARE_CONTEXTS, RARE_EVENT_FIELDS } from './rare-fields.ts';
import { STACKS } from './stack-traces.ts';

export type Body = Readonly<Record<string, unknown>>;

/** An event as `EventSerializer` gives it. */
export function fullBody(event: StoredEvent): Body {
  if (event.isGone) {
    return lostBody(event);
  }
  if (event.id === DOCUMENTATION_SAMPLE.latestEvent.eventID) {
    return event.issue.id === DOCUMENTATION_SAMPLE.latestEvent.groupID
      ? DOCUMENTATION_SAMPLE.latestEvent
      : { ...DOCUMENTATION_SAMPLE.latestEvent, groupID: event.issue.id };
  }
  return event.origin.kind === 'entryKinds' ? bodyOfKind(event) : errorBody(event);
}

const GROUPING_CONFIG = {
  id: 'newstyle:2023-01-11',
  enhancements: 'KLUv_SAYwQAAkwKRs25ld3N0eWxl',
};
const NO_META = {
  entries: {},
  message: null,
  user: null,
  contexts: null,
  sdk: null,
  context: null,
  packages: null,
  tags: {},
};

/** The keys that `SimpleEventSerializer` gives, besides `event.type`. */
const SIMPLE_KEYS = [
  'id',
  'groupID',
  'eventID',
  'projectID',
  'message',
  'title',
  'location',
  'culprit',
  'tags',
  'platform',
  'dateCreated',
  'crashFile',
  'metadata',
];

/** The same event as `SimpleEventSerializer` gives it: 15 keys, with `event.type` for `type`. */
export function simpleBody(event: StoredEvent): Body {
  const body = fullBody(event);
  const user = body['user'] as Body | null;
  return {
    ...Object.fromEntries(SIMPLE_KEYS.map((key) => [key, body[key] ?? null])),
    'event.type': body['type'],
    projectID: event.issue.projectId,
    tags: (body['tags'] as readonly Body[]).map(({ _meta, ...tag }) => tag),
    user: user && {
      id: user['id'],
      email: user['email'],
      username: user['username'],
      ip_address: user['ip_address'],
    },
  };
}

/** What lists and its own page show of an event whose body is lost. */
function lostBody({ id, issue, timeMs }: StoredEvent): Body {
  return {
    id,
    groupID: issue.id,
    eventID: id,
    projectID: issue.projectId,
    size: 2,
    entries: [],
    dist: null,
    message: '',
    title: '<untitled>',
    location: null,
    user: null,
    contexts: {},
    sdk: null,
    context: {},
    packages: {},
    type: 'default',
    metadata: {},
    tags: [],
    platform: null,
    dateReceived: null,
    errors: [],
    occurrence: null,
    _meta: NO_META,
    crashFile: null,
    culprit: null,
    dateCreated: toMicroseconds(timeMs),
    // The hash of nothing.
    fingerprints: ['d41d8cd98f00b204e9800998ecf8427e'],
    groupingConfig: GROUPING_CONFIG,
  };
}

/** Every third hash is seen in `staging`, the others in `prod`. */
export function environmentOf({ index }: StoredEvent): string {
  return index % 3 === 0 ? 'staging' : 'prod';
}

function errorBody(event: StoredEvent): Body {
  const { issue, index, timeMs } = event;
  const look = appearanceOf(event.origin, index);
  const [type = 'Error', value = ''] = look.title.split(': ');
  const created = toMicroseconds(timeMs);
  return {
    id: event.id,
    groupID: issue.id,
    eventID: event.id,
    projectID: issue.projectId,
    size: 9_000 + index,
    entries: errorEntries(look, index),
    dist: null,
    message: '',
    title: look.title,
    location: look.frames.at(-1)?.filename ?? null,
    user: userOf(event),
    contexts: contextsOf(look.platform, event),
    sdk: { name: STACKS[look.platform].sdk, version: '9.1.0' },
    context: { cart: index, retries: 0 },
    packages: { 'left-pad': '1.3.0' },
    type: 'error',
    metadata: { type, value: `${value} (${index})`, filename: 'cart.ts' },
    tags: tagsOf(event),
    platform: look.platform,
    dateReceived: toMicroseconds(timeMs + 350),
    errors: [],
    occurrence: null,
    _meta: NO_META,
    crashFile: null,
    culprit: look.culprit,
    dateCreated: created,
    fingerprints: [event.hash],
    groupingConfig: GROUPING_CONFIG,
  };
}

function userOf({ origin, index }: StoredEvent): Body | null {
  return origin.users === 0
    ? null
    : {
        id: String(1_000 + index),
        email: `customer-${index}@example.com`,
        username: null,
        ip_address: '192.0.2.1',
        name: `Customer ${index}`,
        geo: { country_code: 'AT', city: 'Vienna', region: 'Austria', subdivision: 'Vienna' },
        data: { plan: index % 2 === 0 ? 'pro' : 'free' },
      };
}

function tagsOf(event: StoredEvent): readonly Body[] {
  const id = 1_000 + event.index;
  const user = { key: 'user', value: `id:${id}`, query: `user.id:"${id}"`, _meta: null };
  return [
    { key: 'browser', value: 'Firefox 128.0', _meta: null },
    { key: 'environment', value: environmentOf(event), _meta: null },
    { key: 'level', value: 'error', _meta: null },
    ...(event.origin.users === 0 ? [] : [user]),
  ];
}

/** Events of the issue `entryKinds`: each hash another kind of entry, the last three other types. */
function bodyOfKind(event: StoredEvent): Body {
  const { index } = event;
  const kind = ENTRY_KINDS[index % ENTRY_KINDS.length];
  const body: Body & { readonly entries: readonly { readonly type: string }[] } = {
    ...errorBody(event),
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

/** Transactions lack some keys altogether and have others in their place. */
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

/** ISO 8601 with microseconds, as Sentry writes times. */
export function toMicroseconds(timeMs: number): string {
  return new Date(timeMs).toISOString().replace('Z', '000Z');
}
