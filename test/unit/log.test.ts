import { expect, test } from 'vitest';
import { createLog, type LogOptions } from '../../src/log.ts';

function logTo({ isTerminal = false, logFormat = 'auto' as LogOptions['logFormat'] }) {
  const written: string[] = [];
  const stream = { write: (text: string) => written.push(text) };
  const log = createLog({ logLevel: 'info', logFormat }, { isTerminal, stream });
  return { log, text: () => written.join('') };
}

const TIME = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/;
const record = {
  requestId: 'a.1',
  operationName: null,
  durationMs: 1.5,
  errorCodes: ['NOT_FOUND'],
};

test.each([
  ['auto', true, false],
  ['auto', false, true],
  ['text', false, false],
  ['json', true, true],
] as const)(
  'with LOG_FORMAT=%s, on a terminal: %s, the log is JSON: %s',
  (logFormat, isTerminal, isJson) => {
    const { log, text } = logTo({ isTerminal, logFormat });
    log.debug('left out');
    log.info(record, 'operation.answered');
    if (isJson) {
      expect(JSON.parse(text())).toEqual({
        ...record,
        time: expect.stringMatching(TIME),
        level: 'info',
        msg: 'operation.answered',
        name: 'sentry-graphql',
        pid: process.pid,
        hostname: expect.any(String),
      });
    } else {
      expect(text().replace(TIME, 'TIME')).toBe(
        'TIME info  operation.answered requestId=a.1 durationMs=1.5 errorCodes=["NOT_FOUND"]\n',
      );
    }
  },
);

test('the stack of an error is below its line', () => {
  const { log, text } = logTo({ logFormat: 'text' });
  log.error(new TypeError('No.'));
  const [first, second, third] = text().replace(TIME, 'TIME').split('\n');
  expect(first).toBe('TIME error No.');
  expect(second).toBe('    TypeError: No.');
  expect(third).toMatch(/^ {8}at /);
});

test('text of callers cannot control the terminal or forge a line', () => {
  const { log, text } = logTo({ logFormat: 'text' });
  const evil = 'a\nb\r\u001b[2J\u009b2J\u202e\u2028"';
  log.info({ operationName: evil }, evil);
  expect(text().replace(TIME, 'TIME')).toBe(
    'TIME info  a\\u000ab\\u000d\\u001b[2J\\u009b2J\\u202e\\u2028" operationName="a\\nb\\r\\u001b[2J\\u009b2J\\u202e\\u2028\\""\n',
  );
  const failing = logTo({ logFormat: 'text' });
  failing.log.error(new Error(evil));
  expect(failing.text()).not.toMatch(/[^\n\P{C}]|\u2028/u);
});
