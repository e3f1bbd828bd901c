import fc from 'fast-check';
import { expect, test } from 'vitest';
import { startGateway } from '../harness/gateway.ts';

const STACKTRACE = `{ framesOmitted registers hasSystemFrames frames {
  filename absPath module package platform function rawFunction symbol instructionAddr symbolAddr
  trust lineNo colNo inApp vars errors lock sourceLink context { lineNo line } } }`;

const EVERY_FIELD = `{
  issue(organization: "o", id: "1") { hashes { nodes { latestEvent {
    eventId sentryId issueId projectId message title location culprit platform type dist size
    dateCreated dateReceived metadata fingerprints contexts extra packages meta crashFile
    startTimestamp endTimestamp measurements breakdowns raw
    tags { key value query meta } user { id email username ipAddress name data geo { countryCode city } }
    occurrence { occurrenceId type fingerprint evidenceDisplay { name value important } raw }
    knownContexts { browser { name raw } os { kernelVersion } device { memorySize } app { name } runtime { version }
      gpu { deviceId } trace { traceId data } culture { is24HourFormat } cloud { hostId } response { statusCode } }
    sdk { name version } errors { type message data } groupingConfig { id enhancements }
    entries {
      __typename type data
      ... on ExceptionEntry { hasSystemFrames excOmitted values {
        type value module threadId rawType rawValue rawModule
        mechanism { type handled description helpLink synthetic source isExceptionGroup exceptionId parentId data meta }
        stacktrace ${STACKTRACE} rawStacktrace ${STACKTRACE} } }
      ... on StacktraceEntry { stacktrace ${STACKTRACE} }
      ... on ThreadsEntry { values { id name current crashed state heldLocks stacktrace ${STACKTRACE} } }
      ... on MessageEntry { formatted message params }
      ... on BreadcrumbsEntry { values { type level timestamp message category eventId } }
      ... on TemplateEntry { filename lineNo context { lineNo line } }
      ... on SecurityReportEntry { documentUri violatedDirective effectiveDirective blockedUri }
      ... on DebugImagesEntry { sdkInfo images { type codeFile imageSize debugStatus features } }
      ... on SpansEntry { spans { spanId op startTimestamp timestamp tags } }
      ... on RequestEntry { method url fragment queryString body env inferredContentType apiTarget
        query { name value } headers { name value } cookies { name value } }
    }
  } } } }
}`;

/** Text, numbers, lists and objects where anything else is expected, at any depth. */
const odd = fc.jsonValue({ maxDepth: 3 });

const frame = fc.dictionary(
  fc.constantFrom('filename', 'function', 'lineNo', 'colNo', 'inApp', 'context', 'vars'),
  fc.oneof(odd, fc.constant(2 ** 40), fc.constant([[1, 'x'], [null], 'y', []])),
);
const stacktrace = fc.oneof(odd, fc.record({ frames: fc.oneof(odd, fc.array(frame)) }));
const entry = fc.record({
  type: fc.oneof(
    odd,
    fc.constantFrom(
      'exception',
      'stacktrace',
      'threads',
      'message',
      'breadcrumbs',
      'request',
      'template',
      'csp',
      'debugmeta',
      'spans',
      'toString',
      '__proto__',
    ),
  ),
  data: fc.oneof(
    odd,
    fc.record({
      values: fc.oneof(odd, fc.array(fc.oneof(odd, fc.record({ stacktrace, mechanism: odd })))),
    }),
    fc.record({ query: odd, headers: fc.array(fc.oneof(odd, fc.tuple(odd, odd))), data: odd }),
  ),
});
const event = fc
  .tuple(
    fc.dictionary(
      fc.constantFrom(
        'title',
        'message',
        'size',
        'tags',
        'user',
        'sdk',
        'errors',
        'fingerprints',
        'contexts',
        'dateCreated',
        'groupingConfig',
        'type',
        'projectID',
        'startTimestamp',
        'metadata',
        '_meta',
      ),
      odd,
    ),
    fc.oneof(odd, fc.array(fc.oneof(odd, entry))),
  )
  .map(([fields, entries]): Record<string, unknown> => ({ ...fields, eventID: 'e', entries }));

test('an event of any shape is returned without an error, and `raw` has all of it', async () => {
  let body: Record<string, unknown> = {};
  await using gateway = await startGateway({
    intercept: () => ({ status: 200, body: JSON.stringify([{ id: 'h', latestEvent: body }]) }),
  });
  await fc.assert(
    fc.asyncProperty(event, async (odd) => {
      body = odd;
      const { data, errors } = await gateway.execute(EVERY_FIELD);
      expect(errors).toBeUndefined();
      expect(data.issue.hashes.nodes[0].latestEvent.raw).toEqual(JSON.parse(JSON.stringify(odd)));
    }),
  );
  expect(gateway.defects).toEqual([]);
}, 36_000_000);
