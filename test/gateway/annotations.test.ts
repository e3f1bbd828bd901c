import { expect, test } from 'vitest';
import { startGateway } from '../harness/gateway.ts';

const link = { displayName: 'OPS-12', url: 'https://tracker.example.com/OPS-12' };

test.each<[string, unknown, unknown]>([
  ['objects', [link], [link]],
  ['a link in HTML', ['<a href="https://tracker.example.com/OPS-12">OPS-12</a>'], [link]],
  [
    'a link with more attributes',
    [
      `<a class="x"\n rel='y' href='https://tracker.example.com/OPS-12' target="_blank"><b>OPS</b>-12 </a>\n`,
    ],
    [link],
  ],
  [
    'escaped text',
    [
      '<a href="https://t.example.com/?a=1&amp;b=%22&#39;">R&amp;D &lt;1&gt; &#x2603; &quot;x&quot; &nope;</a>',
    ],
    [{ displayName: 'R&D <1> ☃ "x" &nope;', url: "https://t.example.com/?a=1&b=%22'" }],
  ],
  [
    'a link without quotation marks',
    ['<A HREF=https://tracker.example.com/OPS-12 class=x>OPS-12</A>'],
    [link],
  ],
  [
    'names and numbers of no character',
    ['&constructor; &#x110000; &#9999999; &__proto__;'],
    [{ displayName: '&constructor; &#x110000; &#9999999; &__proto__;', url: null }],
  ],
  [
    'other HTML',
    ['<b>Seen</b> by <i>Ada</i> &amp; Bob'],
    [{ displayName: 'Seen by Ada & Bob', url: null }],
  ],
  [
    'two links in one text',
    ['<a href="https://a/">A</a>, <a href="https://b/">B</a>'],
    [{ displayName: 'A, B', url: null }],
  ],
  ['plain text', ['OPS-12'], [{ displayName: 'OPS-12', url: null }]],
  ['nothing to show', ['', '<br>', 7, null], []],
  ['a mixed list', [link, 'OPS-13'], [link, { displayName: 'OPS-13', url: null }]],
  ['no list', 'OPS-12', null],
])(
  'annotations that are %s have a name, and a URL if they are links',
  async (_name, annotations, expected) => {
    await using gateway = await startGateway({
      intercept: () => ({ status: 200, body: JSON.stringify({ id: '12', annotations }) }),
    });
    const { data, errors } = await gateway.execute(
      '{ issue(organization: "o", id: "12") { annotations { displayName url } } }',
    );
    expect(errors).toBeUndefined();
    expect(data.issue.annotations).toEqual(expected);
  },
);

test.each([
  ['opened tags', '<'],
  ['opened links', '<a '],
  ['links with many addresses', '<a href="" '],
  ['spaces before a name', '<a href '],
  ['closed links', '<a href=""></a> '],
  ['entities that do not end', '&a'],
])('a megabyte of %s is read in linear time', async (_name, part) => {
  const html = `<a ${part.repeat(1_000_000 / part.length)}`;
  await using gateway = await startGateway({
    intercept: () => ({ status: 200, body: JSON.stringify({ id: '12', annotations: [html] }) }),
  });
  const { errors } = await gateway.execute(
    '{ issue(organization: "o", id: "12") { annotations { url } } }',
  );
  expect(errors).toBeUndefined();
});
