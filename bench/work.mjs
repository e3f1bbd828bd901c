/* The requests for each contender, in its own API. */

export const ORGANIZATION = 'hellboy-meowmeow';
export const ISSUE = '1341193000';

export const ENTRY_TYPES = {
  exception: 'ExceptionEntry',
  breadcrumbs: 'BreadcrumbsEntry',
  request: 'RequestEntry',
};

/** 25 issues of the demo data that have hashes. */
const MANY_ISSUES = [
  ...Array.from({ length: 20 }, (_, index) => String(1_341_194_000 + index)),
  ...['1341191803', '1341191920', '1341191999', '1341192000', '1341192001'],
];

/** The upstream path for a request `/?first=100&offset=3&full=1` to a proxy. */
export function pagePath(url) {
  const query = new URL(url, 'http://proxy').searchParams;
  const rest = `full=${query.get('full')}&per_page=${query.get('first')}&cursor=0:${query.get('offset')}:0`;
  return `/api/0/organizations/${ORGANIZATION}/issues/${ISSUE}/hashes/?${rest}`;
}

/** The upstream paths for the same page, if a page of full events has at most `fullRows` rows. */
export function pagePaths(url, fullRows) {
  const query = new URL(url, 'http://proxy').searchParams;
  const [first, offset, full] = ['first', 'offset', 'full'].map((name) => Number(query.get(name)));
  const rows = full === 1 ? Math.min(fullRows, first) : first;
  return Array.from({ length: Math.ceil(first / rows) }, (_, index) =>
    pagePath(`/?first=${rows}&offset=${offset + index * rows}&full=${full}`),
  );
}

const FRAME =
  'filename absPath module package platform function rawFunction symbol instructionAddr symbolAddr trust lineNo colNo inApp context { lineNo line } vars errors lock sourceLink addrMode map mapUrl origFunction origAbsPath origFilename origLineNo origColNo symbolicatorStatus minGroupingLevel';
const STACKTRACE = `{ frames { ${FRAME} } framesOmitted registers hasSystemFrames }`;
const ENTRIES = `entries { __typename type
  ... on ExceptionEntry { hasSystemFrames excOmitted values { type value module threadId rawType rawValue rawModule
    mechanism { type handled description helpLink synthetic source isExceptionGroup exceptionId parentId data meta }
    stacktrace ${STACKTRACE} rawStacktrace ${STACKTRACE} } }
  ... on BreadcrumbsEntry { values { type level timestamp message category data eventId } }
  ... on RequestEntry { method url fragment query { name value } headers { name value } cookies { name value } body env inferredContentType apiTarget } }`;
const EVENT = `eventId sentryId issueId projectId message title location culprit platform type dist size dateCreated dateReceived
  tags { key value query meta } user { id email username ipAddress name geo data } sdk { name version } errors { type message data }
  metadata fingerprints contexts extra packages ${ENTRIES} meta crashFile groupingConfig { id enhancements } occurrence
  startTimestamp endTimestamp measurements breakdowns`;
/** The product has a type for these two; in (c) they are JSON. */
const OURS = EVENT.replace(' geo ', ' geo { countryCode city region subdivision } ').replace(
  ' occurrence\n',
  ' occurrence { __typename }\n',
);
const TEN = 'eventId title message culprit platform type dateCreated location projectId size';
const LIGHT = 'eventId title culprit platform dateCreated tags { key value }';

const MESH_EVENT = `id eventID groupID projectID message title location culprit platform type dist size dateCreated dateReceived
  tags { key value query } user { id email username ip_address name geo data } sdk { name version } errors { type message data }
  metadata fingerprints contexts context packages entries { type data } crashFile groupingConfig { id enhancements } occurrence`;
const MESH_TEN = 'eventID title message culprit platform type dateCreated location projectID size';
const MESH_LIGHT = 'eventID title culprit platform dateCreated tags { key value }';

const FIELDS = {
  full: { ours: OURS, rest: EVENT, mesh: MESH_EVENT, full: 1, first: 100 },
  ten: { ours: TEN, rest: TEN, mesh: MESH_TEN, full: 1, first: 100 },
  light: { ours: LIGHT, rest: LIGHT, mesh: MESH_LIGHT, full: 0, first: 20 },
};

/** Pages that begin with different rows, so that no two operations in flight are equal. */
const OFFSETS = Array.from({ length: 16 }, (_, index) => index);

const post = (url, query, variables) => ({
  url,
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ query, variables }),
});

/** The requests of a row for a contender, sent in turn and repeated. */
export function requestsOf(contender, url, work) {
  const { ours, rest, mesh, full, first } = FIELDS[work];
  return OFFSETS.map((offset) => {
    switch (contender) {
      case 'limit':
      case 'floor':
        return { url: `${url}/?first=${first}&offset=${offset}&full=${full}`, method: 'GET' };
      case 'rest':
        return post(
          url,
          `query ($offset: Int) { issue(id: "${ISSUE}") { hashes(first: ${first}, offset: $offset) { hash latestEvent { ${rest} } } } }`,
          { offset },
        );
      case 'mesh':
        return post(
          url,
          `query ($cursor: String) { hashes(issue_id: "${ISSUE}", per_page: "${first}", full: "${full}", cursor: $cursor) { id latestEvent { ${mesh} } } }`,
          { cursor: `0:${offset}:0` },
        );
      default:
        return post(
          url,
          `query ($after: String) { issue(organization: "${ORGANIZATION}", id: "${ISSUE}") { hashes(first: ${first}, after: $after) { nodes { hash latestEvent { ${ours} } } } } }`,
          { after: `0:${offset}:0` },
        );
    }
  });
}

/** 25 issues with ten hashes each, and a field of each latest event that only a full event has. */
export function manyIssues(contender, url) {
  const of = {
    rest: (id, index) =>
      `a${index}: issue(id: "${id}") { hashes(first: 10) { hash latestEvent { title size } } }`,
    mesh: (id, index) =>
      `a${index}: hashes(issue_id: "${id}", per_page: "10") { id latestEvent { title size } }`,
    gateway: (id, index) =>
      `a${index}: issue(organization: "${ORGANIZATION}", id: "${id}") { hashes(first: 10) { nodes { hash latestEvent { title size } } } }`,
  }[contender];
  return [post(url, `{ ${MANY_ISSUES.map(of).join(' ')} }`, {})];
}

/** That many hashes of the large issue in pages of up to 100: one operation, or one request to the floor for each page. */
export function manyHashes(contender, url, count) {
  const first = Math.min(count, 100);
  const offsets = Array.from({ length: Math.ceil(count / 100) }, (_, index) => index * 100);
  if (contender === 'floor') {
    return offsets.map((offset) => ({
      url: `${url}/?first=${first}&offset=${offset}&full=1`,
      method: 'GET',
    }));
  }
  const pages = offsets.map(
    (offset) =>
      `a${offset}: hashes(first: ${first}${offset ? `, after: "0:${offset}:0"` : ''}) { nodes { hash latestEvent { ${OURS} } } }`,
  );
  return [
    post(
      url,
      `{ issue(organization: "${ORGANIZATION}", id: "${ISSUE}") { ${pages.join(' ')} } }`,
      {},
    ),
  ];
}
