import { breadcrumbs, debugImages, type Entry, request, stacktrace, threads } from './entries.ts';
import { rareException } from './rare-fields.ts';
import { CSP, EXPECT_CT, EXPECT_STAPLE, HPKP } from './security-reports.ts';

/** One entry of each kind that Sentry's API returns, and one of an unknown kind. */
export const ENTRY_KINDS: readonly ((index: number) => Entry)[] = [
  (index) => ({
    type: 'exception',
    data: {
      values: [rareException(stacktrace('javascript', index))],
      hasSystemFrames: true,
      excOmitted: [1, 4],
    },
  }),
  (index) => ({ type: 'stacktrace', data: stacktrace('python', index) }),
  threads,
  (index) => ({
    type: 'message',
    data: { formatted: `Order ${index} was lost`, message: 'Order %s was lost', params: [index] },
  }),
  breadcrumbs,
  request,
  (index) => ({
    type: 'template',
    data: {
      lineNo: 14 + index,
      filename: 'cart/summary.html',
      context: [
        [13, '<ul>'],
        [14, '{% for line in lines %}'],
        [15, '{% endfor %}'],
      ],
    },
  }),
  () => ({ type: 'csp', data: CSP }),
  () => ({ type: 'hpkp', data: HPKP }),
  () => ({ type: 'expectct', data: EXPECT_CT }),
  () => ({ type: 'expectstaple', data: EXPECT_STAPLE }),
  () => ({
    type: 'nel',
    data: {
      age: 10,
      type: 'network-error',
      url: 'https://shop.example.com/',
      body: { phase: 'connection', type: 'tcp.timed_out' },
    },
  }),
  debugImages,
  (index) => ({
    type: 'spans',
    data: [
      {
        trace_id: 'a0fa8803753e40fd8124b21eeb2986b5',
        span_id: `00000000000000${(16 + (index % 200)).toString(16)}`,
        parent_span_id: '8c931f4740435fb8',
        op: 'db',
        description: 'SELECT 1',
        status: 'ok',
        start_timestamp: 1_592_424_000.25,
        timestamp: 1_592_424_000.5,
        tags: { cached: 'no' },
        data: { 'db.system': 'postgresql' },
      },
    ],
  }),
  (index) => ({ type: 'wibble', data: { wobble: index } }),
];
