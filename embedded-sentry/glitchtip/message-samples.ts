import type { EventSample } from './event-samples.ts';

const SDK = {
  name: 'sentry.python.flask',
  version: '2.40.0',
  packages: [{ name: 'pypi:sentry-sdk', version: '2.40.0' }],
  integrations: ['argv', 'flask'],
};
const PACKAGES = { flask: '3.1.0', jinja2: '3.1.4' };
const RUNTIME = { type: 'runtime', name: 'CPython', version: '3.12.4' };

const message = (data: object) => ({ type: 'message', data });

/** Events without an exception, in shapes observed with GlitchTip. */
export const MESSAGE_SAMPLES: Readonly<Record<string, EventSample>> = {
  messageWithList: {
    type: 'default',
    platform: 'python',
    title: 'no stock of sku-7 in 2 stores',
    culprit: '',
    metadata: { title: 'no stock of sku-7 in 2 stores' },
    tags: { release: 'oddities@1.4.2', environment: 'prod', server_name: 'till-1' },
    entries: [
      message({
        params: ['sku-7', '2'],
        message: 'no stock of %s in %d stores',
        formatted: 'no stock of sku-7 in 2 stores',
      }),
    ],
    contexts: {
      runtime: RUNTIME,
      trace: {
        type: 'trace',
        trace_id: 'a0fa8803753e40fd8124b21eeb2986b5',
        span_id: '8c931f4740435fb8',
      },
    },
    context: { 'sys.argv': ['manage.py', 'count'] },
    sdk: SDK,
    packages: PACKAGES,
  },
  messageWithNames: {
    type: 'default',
    platform: 'other',
    title: 'order of Liz is late',
    culprit: '',
    metadata: { title: 'order of Liz is late' },
    entries: [
      message({
        params: { who: 'Liz' },
        message: 'order of {who} is late',
        formatted: 'order of Liz is late',
      }),
    ],
  },
  oddBreadcrumbs: {
    type: 'default',
    platform: 'other',
    title: 'Breadcrumbs with holes',
    culprit: '',
    metadata: { title: 'Breadcrumbs with holes' },
    entries: [
      {
        type: 'breadcrumbs',
        data: {
          values: [
            {
              type: 'default',
              category: null,
              message: null,
              data: null,
              level: 'info',
              timestamp: null,
              event_id: null,
            },
            {
              type: 'http',
              category: 'xhr',
              message: 'slow',
              data: { url: '/stock', n: null },
              level: 'info',
              timestamp: '2020-06-17T19:59:00.123Z',
              event_id: null,
            },
          ],
        },
      },
      message({ formatted: 'Breadcrumbs with holes' }),
    ],
  },
  cookiesAsText: {
    type: 'default',
    platform: 'other',
    title: 'A request in odd shapes',
    culprit: 'https://shop.example.com/',
    metadata: { title: 'A request in odd shapes' },
    entries: [
      message({ formatted: 'A request in odd shapes' }),
      {
        type: 'request',
        data: {
          apiTarget: null,
          bodySize: null,
          cookies: 'sid=1; theme=dark',
          data: 'a body of text',
          env: null,
          fragment: null,
          method: 'GET',
          protocol: null,
          url: 'https://shop.example.com/',
          headers: [
            ['X-Trace', '1'],
            ['X-Empty', null],
          ],
          query: [
            ['page', null],
            ['size', '20'],
          ],
          inferredContentType: null,
        },
      },
    ],
  },
  hugeNumber: {
    type: 'default',
    platform: 'other',
    title: 'A number beyond 2^53',
    culprit: '',
    metadata: { title: 'A number beyond 2^53' },
    entries: [message({ formatted: 'A number beyond 2^53' })],
    context: { beyond: 18446744073709551557n, exact: 42 },
  },
  template: {
    type: 'default',
    platform: 'python',
    title: 'A template that failed',
    culprit: '',
    metadata: { title: 'A template that failed' },
    entries: [message({ formatted: 'A template that failed' })],
  },
  unicode: {
    type: 'default',
    platform: 'python',
    title: 'עגלה ‮ריקה 🛒 👩‍🚀',
    culprit: '',
    metadata: { title: 'עגלה ‮ריקה 🛒 👩‍🚀' },
    entries: [message({ formatted: 'עגלה ‮ריקה 🛒 👩‍🚀' })],
  },
  userWithPlace: {
    type: 'default',
    platform: 'other',
    title: 'A user with a place',
    culprit: '',
    metadata: { title: 'A user with a place' },
    tags: { 'user.id': '77' },
    entries: [message({ formatted: 'A user with a place' })],
    user: { id: '77', geo: { city: 'Vienna', region: 'Austria', country_code: 'AT' } },
  },
  csp: {
    type: 'csp',
    platform: null,
    title: "Blocked 'img' from 'cdn.example.net'",
    culprit: 'img-src',
    metadata: { title: "Blocked 'img' from 'cdn.example.net'" },
    entries: [
      {
        type: 'csp',
        data: {
          blocked_uri: 'https://cdn.example.net/pixel.gif',
          disposition: 'enforce',
          line_number: null,
          status_code: 200,
          document_uri: 'https://shop.example.com/cart',
          column_number: null,
          script_sample: '',
          original_policy: "img-src 'self'",
          effective_directive: 'img-src',
        },
      },
    ],
  },
};
