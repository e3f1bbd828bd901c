import { appearanceOf } from './appearance.ts';
import { contextsOf } from './contexts.ts';
import type { StoredEvent } from './dataset.ts';
import { DOCUMENTATION_SAMPLE } from './documentation-sample.ts';
import { errorEntries } from './entries.ts';
import { type Body, GROUPING_CONFIG, NO_META, toMicroseconds } from './event-parts.ts';
import { bodyOfKind } from './kind-body.ts';
import { lostBody } from './lost-body.ts';
import { STACKS } from './stack-traces.ts';

/** An event in the form of `EventSerializer`. */
export function fullBody(event: StoredEvent): Body {
  if (event.isGone) {
    return lostBody(event);
  }
  if (event.id === DOCUMENTATION_SAMPLE.latestEvent.eventID) {
    return event.issue.id === DOCUMENTATION_SAMPLE.latestEvent.groupID
      ? DOCUMENTATION_SAMPLE.latestEvent
      : { ...DOCUMENTATION_SAMPLE.latestEvent, groupID: event.issue.id };
  }
  return event.origin.kind === 'entryKinds'
    ? bodyOfKind(event, errorBody(event))
    : errorBody(event);
}

/** The keys of `SimpleEventSerializer`, in addition to `event.type`. */
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

/** The same event in the form of `SimpleEventSerializer`: 15 keys, with `event.type` instead of `type`. */
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

/** Every third hash is from `staging`, the others are from `prod`. */
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

export function tagsOf(event: StoredEvent): readonly Body[] {
  const id = 1_000 + event.index;
  const user = { key: 'user', value: `id:${id}`, query: `user.id:"${id}"`, _meta: null };
  return [
    { key: 'browser', value: 'Firefox 128.0', _meta: null },
    { key: 'environment', value: environmentOf(event), _meta: null },
    { key: 'level', value: 'error', _meta: null },
    ...(event.origin.users === 0 ? [] : [user]),
  ];
}
