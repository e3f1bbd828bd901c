/*
 * The fields of an event and their keys in Sentry's JSON, written by hand: each object defines both the
 * selection of an operation and the expected value.
 */

export type Fields = Readonly<Record<string, Shown>>;

/** A key with an unchanged value, the fields of an object or a list, or a function that reads the value. */
type Shown = string | Nested | Reading;

interface Nested {
  /** The key of the object or the list; null for fields of the same object. */
  readonly key: string | null;
  readonly fields: Fields;
}

interface Reading {
  readonly selection: string;
  // biome-ignore lint/suspicious/noExplicitAny: Sentry's JSON.
  readonly read: (rest: any) => unknown;
}

const below = (key: string | null, fields: Fields): Nested => ({ key, fields });
/** A number that is returned as text. */
const text = (key: string): Reading => ({
  selection: '',
  read: (rest) => (rest[key] == null ? null : `${rest[key]}`),
});
/** A number, or `?` in Sentry. */
const known = (key: string): Reading => ({
  selection: '',
  read: (rest) => (rest[key] === '?' ? null : (rest[key] ?? null)),
});
/** A list of pairs. */
const pairs = (key: string, [first, second]: readonly [string, string]): Reading => ({
  selection: `{ ${first} ${second} }`,
  read: (rest) =>
    Array.isArray(rest[key])
      ? rest[key].map((pair: unknown) =>
          Array.isArray(pair) ? { [first]: pair[0] ?? null, [second]: pair[1] ?? null } : null,
        )
      : null,
});
/** Keys that have the same name in both. */
const same = (...names: readonly string[]): Fields =>
  Object.fromEntries(names.map((name) => [name, name]));
/** Keys that Sentry writes in snake case. */
const snake = (...names: readonly string[]): Fields =>
  Object.fromEntries(
    names.map((name) => [name, name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)]),
  );

const STACKTRACE: Fields = {
  frames: below('frames', {
    ...same('filename', 'absPath', 'module', 'package', 'platform', 'function', 'rawFunction'),
    ...same('symbol', 'instructionAddr', 'symbolAddr', 'trust', 'lineNo', 'colNo', 'inApp'),
    ...same('vars', 'errors', 'lock', 'sourceLink', 'addrMode', 'map', 'mapUrl', 'origFunction'),
    ...same('origAbsPath', 'origFilename', 'symbolicatorStatus', 'minGroupingLevel'),
    origLineNo: known('origLineNo'),
    origColNo: known('origColNo'),
    context: pairs('context', ['lineNo', 'line']),
  }),
  ...same('framesOmitted', 'registers', 'hasSystemFrames'),
};

const ENTRIES: Readonly<Record<string, readonly [type: string, fields: Fields]>> = {
  exception: [
    'ExceptionEntry',
    {
      values: below('values', {
        ...same('type', 'value', 'module', 'rawType', 'rawValue', 'rawModule'),
        threadId: text('threadId'),
        mechanism: below('mechanism', {
          ...snake('type', 'handled', 'description', 'helpLink', 'synthetic', 'source'),
          ...snake('isExceptionGroup', 'exceptionId', 'parentId', 'data', 'meta'),
        }),
        stacktrace: below('stacktrace', STACKTRACE),
        rawStacktrace: below('rawStacktrace', STACKTRACE),
      }),
      ...same('hasSystemFrames', 'excOmitted'),
    },
  ],
  stacktrace: ['StacktraceEntry', { stacktrace: below(null, STACKTRACE) }],
  threads: [
    'ThreadsEntry',
    {
      values: below('values', {
        id: text('id'),
        ...same('name', 'current', 'crashed', 'state', 'heldLocks'),
        stacktrace: below('stacktrace', STACKTRACE),
        rawStacktrace: below('rawStacktrace', STACKTRACE),
      }),
    },
  ],
  message: ['MessageEntry', same('formatted', 'message', 'params')],
  breadcrumbs: [
    'BreadcrumbsEntry',
    {
      values: below('values', {
        ...same('type', 'level', 'timestamp', 'message', 'category', 'data'),
        eventId: 'event_id',
      }),
    },
  ],
  request: [
    'RequestEntry',
    {
      ...same('method', 'url', 'fragment', 'env', 'inferredContentType', 'apiTarget'),
      body: 'data',
      query: pairs('query', ['name', 'value']),
      headers: pairs('headers', ['name', 'value']),
      cookies: pairs('cookies', ['name', 'value']),
    },
  ],
  template: [
    'TemplateEntry',
    { ...same('filename', 'lineNo'), context: pairs('context', ['lineNo', 'line']) },
  ],
  debugmeta: [
    'DebugImagesEntry',
    {
      images: below('images', {
        ...snake('type', 'codeFile', 'codeId', 'debugId', 'debugFile', 'arch', 'imageAddr'),
        ...snake('imageSize', 'imageVmaddr', 'debugStatus', 'unwindStatus', 'features'),
        ...snake('candidates'),
      }),
      sdkInfo: 'sdk_info',
    },
  ],
  csp: [
    'SecurityReportEntry',
    snake('documentUri', 'violatedDirective', 'effectiveDirective', 'blockedUri'),
  ],
};
/** Reports of other policies have no fields of their own. */
const typeOf = (entry: string) =>
  ENTRIES[['hpkp', 'expectct', 'expectstaple'].includes(entry) ? 'csp' : entry];

const entries: Reading = {
  selection: `{ __typename type data ${Object.values(ENTRIES)
    .map(([type, fields]) => `... on ${type} ${select(fields)}`)
    .join(' ')} }`,
  read: ({ entries }) =>
    entries.map(({ type, data }: { type: string; data: object }) => {
      const [__typename = 'UnknownEntry', fields = {}] = typeOf(type) ?? [];
      return { __typename, type, data, ...expectFields(fields, data) };
    }),
};

const CONTEXT: Fields = { raw: { selection: '', read: (context) => context } };

/** Fields of every full event. */
export const EVENT: Fields = {
  ...same('message', 'title', 'location', 'culprit', 'platform', 'type', 'dist', 'size'),
  ...same('dateCreated', 'dateReceived', 'metadata', 'fingerprints', 'contexts', 'packages'),
  ...same('crashFile', 'startTimestamp', 'endTimestamp', 'measurements', 'breakdowns'),
  eventId: 'eventID',
  sentryId: 'id',
  issueId: text('groupID'),
  projectId: text('projectID'),
  extra: 'context',
  meta: '_meta',
  tags: below('tags', { ...same('key', 'value', 'query'), meta: '_meta' }),
  user: below('user', {
    ...same('id', 'email', 'username', 'name', 'data'),
    ipAddress: 'ip_address',
    geo: below('geo', { ...same('city', 'region', 'subdivision'), countryCode: 'country_code' }),
  }),
  sdk: below('sdk', same('name', 'version')),
  errors: below('errors', same('type', 'message', 'data')),
  groupingConfig: below('groupingConfig', same('id', 'enhancements')),
  occurrence: below('occurrence', {
    ...same('type', 'issueTitle', 'subtitle', 'culprit', 'level', 'fingerprint', 'resourceId'),
    ...same('priority', 'assignee', 'detectionTime', 'evidenceData'),
    occurrenceId: 'id',
    evidenceDisplay: below('evidenceDisplay', same('name', 'value', 'important')),
    ...CONTEXT,
  }),
  knownContexts: below('contexts', {
    browser: below('browser', { ...same('name', 'version'), ...CONTEXT }),
    os: below('os', {
      ...snake('name', 'version', 'build', 'kernelVersion', 'rooted'),
      ...CONTEXT,
    }),
    device: below('device', {
      ...snake('name', 'family', 'manufacturer', 'brand', 'model', 'modelId', 'arch', 'simulator'),
      ...snake('orientation', 'batteryLevel', 'charging', 'lowMemory', 'online', 'memorySize'),
      ...snake('freeMemory', 'storageSize', 'freeStorage', 'processorCount', 'screenResolution'),
      ...snake('screenDensity', 'screenDpi', 'bootTime'),
      ...CONTEXT,
    }),
    app: below('app', {
      name: 'app_name',
      version: 'app_version',
      build: 'app_build',
      identifier: 'app_identifier',
      memory: 'app_memory',
      startTime: 'app_start_time',
      ...snake('buildType', 'inForeground'),
      ...CONTEXT,
    }),
    runtime: below('runtime', { ...same('name', 'version', 'build'), ...CONTEXT }),
    gpu: below('gpu', {
      ...snake('name', 'vendorName', 'vendorId', 'apiType', 'version', 'memorySize'),
      deviceId: 'id',
      ...CONTEXT,
    }),
    trace: below('trace', {
      ...snake(
        'traceId',
        'spanId',
        'parentSpanId',
        'op',
        'description',
        'status',
        'origin',
        'data',
      ),
      ...CONTEXT,
    }),
    culture: below('culture', {
      ...snake('calendar', 'displayName', 'locale', 'timezone'),
      is24HourFormat: 'is_24_hour_format',
      ...CONTEXT,
    }),
    cloud: below('cloud_resource', {
      provider: 'cloud.provider',
      platform: 'cloud.platform',
      accountId: 'cloud.account.id',
      region: 'cloud.region',
      availabilityZone: 'cloud.availability_zone',
      hostId: 'host.id',
      hostType: 'host.type',
      ...CONTEXT,
    }),
    response: below('response', { ...snake('statusCode', 'bodySize', 'headers'), ...CONTEXT }),
  }),
  entries,
  raw: { selection: '', read: (event) => event },
};

const RELEASE: Fields = {
  ...same('version', 'shortVersion', 'ref', 'url', 'status', 'dateCreated', 'dateReleased'),
  ...same('firstEvent', 'lastEvent', 'newGroups', 'commitCount', 'deployCount'),
  ...CONTEXT,
};

/** Fields that only the detail of an event has. */
export const EVENT_PAGE: Fields = {
  release: below('release', RELEASE),
  userReport: below('userReport', {
    ...same('name', 'email', 'comments', 'dateCreated'),
    reportId: 'id',
  }),
  ...same('resolvedWith', 'sdkUpdates'),
  previousEvent: {
    selection: '{ eventId }',
    read: ({ previousEventID: eventId }) => (eventId ? { eventId } : null),
  },
  nextEvent: {
    selection: '{ eventId }',
    read: ({ nextEventID: eventId }) => (eventId ? { eventId } : null),
  },
};

/** Fields of every issue, and those that only its detail has. */
export const ISSUE: Fields = {
  ...same('shortId', 'title', 'culprit', 'status', 'substatus', 'level', 'priority', 'platform'),
  ...same('logger', 'permalink', 'isUnhandled', 'userCount', 'firstSeen', 'lastSeen', 'metadata'),
  ...same('statusDetails', 'priorityLockedAt', 'numComments', 'isPublic', 'shareId', 'hasSeen'),
  ...same('isBookmarked', 'isSubscribed', 'subscriptionDetails'),
  issueId: 'id',
  type: 'issueType',
  category: 'issueCategory',
  count: { selection: '', read: ({ count }) => Number(count) },
  assignedTo: below('assignedTo', { ...same('type', 'name', 'email'), assigneeId: 'id' }),
  annotations: below('annotations', same('displayName', 'url')),
  project: below('project', { ...same('slug', 'name', 'platform'), projectId: 'id' }),
};

const PERSON: Fields = { ...same('type', 'name', 'username', 'email'), userId: 'id' };

export const ISSUE_PAGE: Fields = {
  ...ISSUE,
  tags: below('tags', same('key', 'name', 'totalValues')),
  firstRelease: below('firstRelease', RELEASE),
  lastRelease: below('lastRelease', RELEASE),
  activity: below('activity', {
    ...same('type', 'dateCreated', 'data'),
    activityId: 'id',
    user: below('user', PERSON),
  }),
  seenBy: below('seenBy', PERSON),
  participants: below('participants', PERSON),
  ...same('userReportCount', 'stats'),
};

/** The selection of an operation. */
export function select(fields: Fields): string {
  const selections = Object.entries(fields).map(([name, shown]) => {
    if (typeof shown === 'string') {
      return name;
    }
    return `${name} ${'fields' in shown ? select(shown.fields) : shown.selection}`;
  });
  return `{ ${selections.join(' ')} }`;
}

/** The expected result for an object of Sentry. */
export function expectFields(fields: Fields, rest: object): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, shown]) => [name, expectField(shown, rest as JsonObject)]),
  );
}

type JsonObject = Readonly<Record<string, unknown>>;

function expectField(shown: Shown, rest: JsonObject): unknown {
  if (typeof shown === 'string') {
    return rest[shown] ?? null;
  }
  if ('read' in shown) {
    return shown.read(rest);
  }
  const value = shown.key === null ? rest : rest[shown.key];
  if (Array.isArray(value)) {
    return value.map((item) => (item === null ? null : expectFields(shown.fields, item)));
  }
  return typeof value === 'object' && value !== null ? expectFields(shown.fields, value) : null;
}

/** Number of values in a result that are not null. */
export function countValues(tree: unknown): number {
  if (typeof tree !== 'object' || tree === null) {
    return tree === null ? 0 : 1;
  }
  return Object.values(tree).reduce((sum, value) => sum + countValues(value), 0);
}
