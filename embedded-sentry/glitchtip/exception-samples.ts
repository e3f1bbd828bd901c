import type { EventSample } from './event-samples.ts';

const SDK = {
  name: 'sentry.python.flask',
  version: '2.40.0',
  packages: [{ name: 'pypi:sentry-sdk', version: '2.40.0' }],
  integrations: ['argv', 'flask'],
};
const TRACE = {
  type: 'trace',
  trace_id: 'a0fa8803753e40fd8124b21eeb2986b5',
  span_id: '8c931f4740435fb8',
};
const RUNTIME = { type: 'runtime', name: 'CPython', version: '3.12.4' };
const handled = { type: 'generic', handled: true };

const exceptions = (values: readonly object[]) => ({
  type: 'exception',
  data: { values, hasSystemFrames: true },
});

const pythonFrame = (name: string, lineNo: number, line: string) => ({
  vars: { cart: [{ sku: "'A-1'", count: '2' }], self: '<Till>' },
  module: 'shop.till',
  filename: 'shop/till.py',
  function: name,
  context_line: line,
  inApp: true,
  absPath: '/srv/shop/till.py',
  lineNo,
  context: [
    [lineNo - 1, `def ${name}(self, cart):`],
    [lineNo, line],
    [lineNo + 1, ''],
  ],
});

const scriptFrame = (filename: string, colNo: number, source?: string) => ({
  module: filename.replace(/\.\w+$/, ''),
  filename,
  function: 'pay',
  ...(source === undefined ? {} : { context_line: source }),
  inApp: source !== undefined,
  absPath: `/srv/shop/${filename}`,
  colNo,
  lineNo: 7,
  context:
    source === undefined
      ? []
      : [
          [6, '{'],
          [7, source],
        ],
});

/** Events with exceptions, in shapes observed with GlitchTip. */
export const EXCEPTION_SAMPLES: Readonly<Record<string, EventSample>> = {
  chained: {
    type: 'error',
    platform: 'python',
    title: 'TillError: the till is closed',
    culprit: 'shop.till in pay',
    metadata: {
      type: 'TillError',
      value: 'the till is closed',
      filename: 'shop/till.py',
      function: 'pay',
    },
    tags: {
      browser: 'Firefox 128.0',
      release: 'oddities@1.4.2',
      'user.id': '77',
      environment: 'prod',
      server_name: 'till-1',
    },
    entries: [
      exceptions([
        {
          type: 'KeyError',
          value: "'drawer'",
          mechanism: handled,
          stacktrace: { frames: [pythonFrame('open', 40, '    return self.drawers[cart.drawer]')] },
        },
        {
          type: 'TillError',
          value: 'the till is closed',
          module: 'shop.errors',
          mechanism: handled,
          stacktrace: {
            frames: [pythonFrame('pay', 52, '    raise TillError("the till is closed")')],
          },
        },
      ]),
      {
        type: 'breadcrumbs',
        data: {
          values: [
            {
              type: 'default',
              category: 'auth',
              message: 'signed in ✓',
              data: { tries: 1, note: null },
              level: 'info',
              timestamp: '2020-06-17T19:59:00.123Z',
              event_id: null,
            },
            {
              type: 'http',
              category: 'httplib',
              message: null,
              data: { url: 'https://stock.example.com/a', method: 'GET', status_code: 503 },
              level: 'error',
              timestamp: '2020-06-17T19:59:01Z',
              event_id: null,
            },
          ],
        },
      },
      {
        type: 'request',
        data: {
          apiTarget: null,
          bodySize: null,
          cookies: { sid: '[Filtered]', theme: 'dark' },
          data: { lines: ['A-1', 'B-2'], total: 12, note: null },
          env: { REMOTE_ADDR: '192.0.2.1', SERVER_NAME: 'till-1' },
          fragment: 'pay',
          method: 'POST',
          protocol: null,
          url: 'https://shop.example.com/pay',
          headers: [
            ['Accept', '*/*'],
            ['Content-Type', 'application/json'],
          ],
          query: [
            ['step', '2'],
            ['till', 'one'],
          ],
          inferredContentType: 'application/json',
        },
      },
    ],
    contexts: {
      trace: TRACE,
      runtime: RUNTIME,
      order: { id: 9007199254740993n, paid: true, lines: [1, 2], note: null },
      culture: {
        type: 'culture',
        locale: 'de-AT',
        timezone: 'Europe/Vienna',
        is_24_hour_format: true,
      },
    },
    context: {
      'sys.argv': ['till.py'],
      beyond: 9223372036854775815n,
      far: 1e300,
      nested: { ü: [1, null, 0.5] },
    },
    user: {
      id: '77',
      data: { plan: 'pro' },
      email: 'liz@example.com',
      username: 'liz',
      ip_address: '192.0.2.1',
    },
    sdk: SDK,
    packages: { flask: '3.1.0', jinja2: '3.1.4' },
  },
  group: {
    type: 'error',
    platform: 'python',
    title: 'ExceptionGroup: two tills failed',
    culprit: 'shop.till in close_all',
    metadata: {
      type: 'ExceptionGroup',
      value: 'two tills failed',
      filename: 'shop/till.py',
      function: 'close_all',
    },
    tags: { release: 'oddities@1.4.2', environment: 'prod', server_name: 'till-1' },
    entries: [
      exceptions([
        {
          type: 'OSError',
          value: 'till two',
          mechanism: { type: 'chained', source: 'exceptions[1]', handled: true, parent_id: 0 },
        },
        {
          type: 'OSError',
          value: 'till one',
          mechanism: { type: 'chained', source: 'exceptions[0]', handled: true, parent_id: 0 },
        },
        {
          type: 'ExceptionGroup',
          value: 'two tills failed',
          mechanism: { ...handled, is_exception_group: true },
          stacktrace: {
            frames: [
              pythonFrame('close_all', 71, '    raise ExceptionGroup("two tills failed", errors)'),
            ],
          },
        },
      ]),
      {
        type: 'breadcrumbs',
        data: {
          values: [
            {
              type: 'log',
              category: 'shop.till',
              message: 'closing',
              data: {},
              level: 'error',
              timestamp: '2020-06-17T19:59:00.5Z',
              event_id: null,
            },
          ],
        },
      },
    ],
    contexts: { trace: TRACE, runtime: RUNTIME },
    context: { 'sys.argv': ['till.py'] },
    sdk: SDK,
    packages: { flask: '3.1.0' },
  },
  minified: {
    type: 'error',
    platform: 'javascript',
    title: "TypeError: can't access property 'total'",
    culprit: 'e(/assets/shop.min.js)',
    metadata: {
      type: 'TypeError',
      value: "can't access property 'total'",
      filename: '/assets/shop.min.js',
      function: 'e',
    },
    tags: {
      browser: 'Firefox 128.0',
      'os.name': 'Linux',
      release: 'oddities@1.4.2',
      environment: 'prod',
    },
    entries: [
      exceptions([
        {
          type: 'TypeError',
          value: "can't access property 'total'",
          mechanism: { type: 'onerror', handled: false },
          stacktrace: {
            frames: [
              {
                filename: '<anonymous>',
                function: 'Array.map',
                inApp: false,
                absPath: '<anonymous>',
              },
              {
                filename: '/assets/shop.min.js',
                function: 'e',
                context_line: '{snip} t.cart.total {snip}',
                inApp: true,
                absPath: 'https://cdn.example.com/assets/shop.min.js',
                colNo: 40213,
                lineNo: 1,
                context: [
                  [0, 'a'],
                  [1, '{snip} t.cart.total {snip}'],
                  [2, 'b'],
                ],
              },
            ],
          },
        },
      ]),
      {
        type: 'breadcrumbs',
        data: {
          values: [
            {
              type: 'http',
              category: 'xhr',
              message: null,
              data: { url: '/cart', method: 'GET', status_code: 200 },
              level: 'info',
              timestamp: '2020-06-17T19:59:00.123Z',
              event_id: null,
            },
            {
              type: 'default',
              category: 'ui.click',
              message: 'button.pay',
              data: null,
              level: 'info',
              timestamp: '2020-06-17T19:59:01Z',
              event_id: null,
            },
          ],
        },
      },
      {
        type: 'request',
        data: {
          apiTarget: null,
          bodySize: null,
          cookies: null,
          data: null,
          env: null,
          fragment: null,
          method: null,
          protocol: null,
          url: 'https://shop.example.com/cart#pay',
          headers: [['User-Agent', 'Mozilla/5.0 (X11; Linux x86_64) Firefox/128.0']],
          query: null,
          inferredContentType: null,
        },
      },
    ],
    contexts: {
      browser: { type: 'browser', name: 'Firefox', version: '128.0' },
      list: [1, 2],
      nothing: null,
    },
    user: {
      id: 'u-7',
      geo: { city: 'Vienna', region: 'Austria', country_code: 'AT' },
      ip_address: '192.0.2.7',
    },
    sdk: {
      name: 'sentry.javascript.browser',
      version: '9.1.0',
      packages: [{ name: 'npm:@sentry/browser', version: '9.1.0' }],
      integrations: ['Breadcrumbs'],
    },
  },
  node: {
    type: 'error',
    platform: 'node',
    title: 'StockError: no stock',
    culprit: 'pay(till)',
    metadata: { type: 'StockError', value: 'no stock', filename: 'till.mjs', function: 'pay' },
    tags: {
      'os.name': 'Debian',
      release: 'oddities@1.4.2',
      environment: 'staging',
      server_name: 'till-2',
    },
    entries: [
      exceptions([
        {
          type: 'SyntaxError',
          value: 'Unexpected end of JSON input',
          mechanism: { type: 'chained', source: 'cause', handled: true, parent_id: 0 },
          stacktrace: {
            frames: [
              scriptFrame('node:internal/modules/esm/module_job.js', 25),
              scriptFrame('till.mjs', 9, '  return JSON.parse(body);'),
            ],
          },
        },
        {
          type: 'StockError',
          value: 'no stock',
          mechanism: handled,
          stacktrace: {
            frames: [scriptFrame('till.mjs', 11, "  throw new StockError('no stock', { cause });")],
          },
        },
      ]),
      {
        type: 'breadcrumbs',
        data: {
          values: [
            {
              type: 'default',
              category: 'console',
              message: 'low stock ⚠',
              data: { logger: 'console', arguments: ['sku-7', 1] },
              level: 'warning',
              timestamp: '2020-06-17T19:59:00.137Z',
              event_id: null,
            },
          ],
        },
      },
    ],
    contexts: {
      trace: TRACE,
      runtime: { type: 'runtime', name: 'node', version: 'v20.18.1' },
      cloud_resource: { type: 'cloud_resource' },
    },
    user: { id: 'u-8', email: 'red@example.com', username: 'red', ip_address: '192.0.2.8' },
    sdk: {
      name: 'sentry.javascript.node',
      version: '9.1.0',
      packages: [{ name: 'npm:@sentry/node', version: '9.1.0' }],
      integrations: ['Console'],
    },
    packages: {},
  },
  snakeCase: {
    type: 'error',
    platform: 'native',
    title: 'read_frame',
    culprit: '',
    metadata: { value: 'bad access', filename: 'scanner.c', function: 'read_frame' },
    entries: [
      exceptions([
        {
          type: 'EXC_BAD_ACCESS',
          value: 'bad access',
          module: 'libscanner',
          mechanism: {
            type: 'mach',
            data: { address: 16 },
            meta: {
              errno: { name: 'EFAULT', number: 14 },
              signal: { name: 'SIGSEGV', number: 11 },
            },
            source: 'cause',
            handled: false,
            help_link: 'https://docs.example.com/mach',
            parent_id: 1,
            synthetic: true,
            description: 'read at 0x10',
            is_exception_group: false,
          },
          thread_id: '7',
          stacktrace: {
            frames: [
              {
                filename: 'main.c',
                function: 'main',
                pre_context: ['int main() {'],
                context_line: '  scan();',
                post_context: ['}'],
                inApp: false,
                absPath: 'main.c',
              },
              {
                lock: { type: 1, address: '0x0ddc0ffe', thread_id: '9', class_name: 'Frame' },
                vars: { list: [1, 2], none: { value: null }, text: 'pixel' },
                symbol: 'read_frame()',
                package: '/usr/lib/libscanner.so',
                filename: 'scanner.c',
                function: 'read_frame',
                platform: 'native',
                addr_mode: 'abs',
                source_link: 'https://code.example.com/scanner.c#L72',
                symbol_addr: '0x100004a20',
                context_line: '  return pixel->value;',
                raw_function: '_Z10read_framev',
                instruction_addr: '0x100004a2c',
                inApp: true,
                absPath: '/src/scanner.c',
                colNo: 10,
                lineNo: 72,
                context: [
                  [71, '{'],
                  [72, '  return pixel->value;'],
                  [73, '}'],
                ],
              },
            ],
            registers: { rip: '0x100004a2c', rsp: '0x7ffc' },
          },
          raw_stacktrace: {
            frames: [
              {
                colno: 10,
                in_app: true,
                lineno: 72,
                abs_path: '/src/scanner.c',
                filename: 'scanner.c',
                function: 'read_frame',
                pre_context: ['{'],
                context_line: '  return pixel->value;',
              },
            ],
          },
        },
      ]),
    ],
  },
};
