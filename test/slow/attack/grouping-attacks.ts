import { gzipSync } from 'node:zlib';
import { type Attack, ask, type Target } from './attack.ts';
import { type Answer, answerWith, event, ISSUE, list } from './server-answers.ts';

const HASHES = ['1', '2'].map((digit) => digit.repeat(32));

/** Two hashes, each with the grouping that `make` returns for its event. */
function answerGroupings(make: (event: string) => string): Answer {
  const rows = HASHES.map(
    (id) =>
      `{"id":"${id}","latestEvent":${event(`,"id":"${id}","eventID":"${id}","projectID":"7"`)}}`,
  );
  const packed = new Map<string, Buffer>();
  return (request, response) => {
    const { url = '' } = request;
    const [, id] = /\/events\/(\w+)\/grouping-info\//.exec(url) ?? [];
    if (id === undefined) {
      answerWith(url.includes('/hashes/') ? `[${rows}]` : '{"id":"1"}')(request, response);
      return;
    }
    const body = packed.get(id) ?? gzipSync(make(id));
    packed.set(id, body);
    answerWith(body, { 'content-encoding': 'gzip' })(request, response);
  };
}

function variant(values: string, fingerprint = 'null'): string {
  return `{"app":{"contributes":true,"hashMismatch":true,"values":${fingerprint},"component":{"contributes":true,"values":${values}}}}`;
}

const value = (text: string) => `{"id":"function","contributes":true,"values":["${text}"]}`;
const component = (id: string, values: string) =>
  `{"id":"${id}","contributes":true,"values":[${values}]}`;

/** Frames that are different in each event. */
function frames(count: number, idOf = (_name: string) => 'frame') {
  return (id: string) => {
    const names = Array.from({ length: count }, (_, index) => `${id[0]}_${index}`);
    return variant(`[${names.map((name) => component(idOf(name), value(name))).join()}]`);
  };
}

const askGroupings = (target: Target) =>
  ask(
    target,
    ISSUE.replace(
      'title metadata',
      'hashes(first: 2) { nodes { grouping { variant { contributingValues { value } } event { variants { key } } } } }',
    ),
  );
const compare = (target: Target) =>
  ask(
    target,
    ISSUE.replace(
      'title metadata',
      `compareHashes(hashes: ${JSON.stringify(HASHES)}) { rows(different: false) { values } }`,
    ),
  );

/** What explanations of hashes can cost. */
export const GROUPING_ATTACKS: readonly Attack[] = [
  {
    name: 'two groupings of 5,000 frames, all different, that are compared',
    upstream: answerGroupings(frames(5_000)),
    send: compare,
    answer: '200 data',
  },
  {
    name: 'two groupings of 5,000 components, each in another place, that are compared',
    upstream: answerGroupings(frames(5_000, (name) => name)),
    send: compare,
    answer: '200 data',
    isShort: false,
  },
  {
    name: 'two groupings of 20,000 frames',
    upstream: answerGroupings(frames(20_000)),
    send: askGroupings,
    answer: /^200 data, \d × UPSTREAM_BAD_RESPONSE$/,
    isShort: false,
  },
  {
    name: 'groupings whose components are nested 20,000 deep',
    upstream: answerGroupings(() =>
      variant(
        `[${'{"id":"a","contributes":true,"values":['.repeat(20_000)}${']}'.repeat(20_000)}]`,
      ),
    ),
    send: askGroupings,
    answer: /^200 data, \d × UPSTREAM_BAD_RESPONSE$/,
    isShort: false,
  },
  {
    name: 'groupings with a fingerprint of 20,000 times the values of 4,000 frames',
    upstream: answerGroupings(() =>
      variant(list(component('frame', value('pay')), 4_000), list('"{{ default }}"', 20_000)),
    ),
    send: askGroupings,
    answer: /^200 data, \d × UPSTREAM_BAD_RESPONSE$/,
    isShort: false,
  },
  {
    name: 'groupings with 60,000 variants',
    upstream: answerGroupings(
      () =>
        `{${Array.from({ length: 60_000 }, (_, index) => `"v${index}":{"contributes":${index % 2 === 0}}`).join()}}`,
    ),
    send: compare,
    answer: '200 data',
    isShort: false,
  },
];
