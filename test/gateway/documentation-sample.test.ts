import { expect, test } from 'vitest';
import { DOCUMENTATION_SAMPLE } from '../../embedded-sentry/documentation-sample.ts';
import { startGateway } from '../harness/gateway.ts';

/*
 * One operation returns every leaf of the documentation's sample: its result is converted back to the
 * REST item, and compared with the sample leaf by leaf. Nothing is read from `raw` or from the `data` of
 * an entry.
 */

const STACKTRACE = `{
  framesOmitted registers hasSystemFrames
  frames {
    function errors colNo vars package absPath inApp lineNo module filename platform
    instructionAddr symbolAddr trust symbol context { lineNo line }
  }
}`;

const QUERY = `{
  issue(organization: "hellboy-meowmeow", id: "1341191803") {
    hashes(first: 1) { nodes {
      hash
      latestEvent {
        eventId sentryId issueId dist message title size platform type metadata
        dateCreated dateReceived fingerprints contexts extra packages meta
        errors { data message type }
        tags { key value meta }
        user { id username name ipAddress email data }
        sdk { name version }
        entries {
          type
          ... on ExceptionEntry {
            hasSystemFrames excOmitted
            values {
              type value module threadId mechanism { type handled }
              stacktrace ${STACKTRACE} rawStacktrace ${STACKTRACE}
            }
          }
          ... on BreadcrumbsEntry {
            values { type level timestamp message category crumbData: data eventId }
          }
          ... on RequestEntry {
            method url fragment inferredContentType env body
            query { name value } headers { name value } cookies { name value }
          }
        }
      }
    } }
  }
}`;

// biome-ignore lint/suspicious/noExplicitAny: the test asserts the shape of the result.
type Answer = any;

const toStacktrace = ({ frames, ...rest }: Answer) => ({
  ...rest,
  frames: frames.map(({ context, ...frame }: Answer) => ({
    ...frame,
    context: context.map(({ lineNo, line }: Answer) => [lineNo, line]),
  })),
});

const toPairs = (parameters: Answer) => parameters.map(({ name, value }: Answer) => [name, value]);

const toEntryData: Record<string, (entry: Answer) => unknown> = {
  exception: ({ values, hasSystemFrames, excOmitted }) => ({
    hasSystemFrames,
    excOmitted,
    values: values.map(({ stacktrace, rawStacktrace, ...value }: Answer) => ({
      ...value,
      stacktrace: toStacktrace(stacktrace),
      rawStacktrace: toStacktrace(rawStacktrace),
    })),
  }),
  breadcrumbs: ({ values }) => ({
    values: values.map(({ crumbData, eventId, ...crumb }: Answer) => ({
      ...crumb,
      data: crumbData,
      event_id: eventId,
    })),
  }),
  request: ({ type: _type, query, headers, cookies, body, ...rest }) => ({
    ...rest,
    data: body,
    query: toPairs(query),
    headers: toPairs(headers),
    cookies: toPairs(cookies),
  }),
};

function toRestItem({ hash, latestEvent }: Answer) {
  const { eventId, sentryId, issueId, extra, meta, tags, user, entries, ...rest } = latestEvent;
  const { ipAddress, ...person } = user;
  return {
    id: hash,
    latestEvent: {
      ...rest,
      eventID: eventId,
      id: sentryId,
      groupID: issueId,
      context: extra,
      _meta: meta,
      tags: tags.map(({ meta: _meta, ...tag }: Answer) => ({ ...tag, _meta })),
      user: { ...person, ip_address: ipAddress },
      entries: entries.map((entry: Answer) => ({
        type: entry.type,
        data: toEntryData[entry.type]?.(entry),
      })),
    },
  };
}

/** Paths of all leaf values: text, numbers, booleans, null, empty lists and empty objects. */
function leavesOf(value: unknown, path = ''): [string, unknown][] {
  if (typeof value === 'object' && value !== null && Object.keys(value).length > 0) {
    return Object.entries(value).flatMap(([key, below]) => leavesOf(below, `${path}/${key}`));
  }
  return [[path, value]];
}

test("one operation returns all 273 leaf values of Sentry's documentation", async () => {
  await using gateway = await startGateway();
  const { data, errors } = await gateway.execute(QUERY);
  expect(errors).toBeUndefined();
  expect(gateway.upstream.requests).toHaveLength(1);

  const expected = leavesOf(DOCUMENTATION_SAMPLE);
  const answered = new Map(leavesOf(toRestItem(data.issue.hashes.nodes[0])));
  const unlike = expected.filter(
    ([path, value]) =>
      !answered.has(path) || !Object.is(JSON.stringify(answered.get(path)), JSON.stringify(value)),
  );
  expect(unlike).toEqual([]);
  const isEmpty = ([, value]: [string, unknown]) => typeof value === 'object' && value !== null;
  expect(expected.filter((leaf) => !isEmpty(leaf))).toHaveLength(273);
  expect(expected.filter(isEmpty)).toHaveLength(4);
});
