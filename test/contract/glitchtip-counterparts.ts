import { createDataset, type Dataset, type StoredEvent } from '../../embedded-sentry/dataset.ts';
import { SAMPLE_ROWS, sampleIssue } from '../../embedded-sentry/glitchtip/event-samples.ts';
import { EMBEDDED_ISSUES, type IssueRow } from '../../embedded-sentry/issues-table.ts';
import { TOKENS } from '../../embedded-sentry/tokens.ts';

/* Replaces the names of recorded requests by names in the demo server's data. */

const pythonRow = (id: string, hashes: number): IssueRow => ({
  id,
  organization: 'hellboy-meowmeow',
  project: 'checkout',
  number: `Z${id.slice(-2)}`,
  title: 'OSError: stock is away',
  platform: 'python',
  hashes,
  // The oldest, because the last rows of the list have different times.
  ageMinutes: Number(id.slice(-2)),
});

const MANY_HASHES = pythonRow('1341219910', 1_100);
const PAGED_HASHES = pythonRow('1341219955', 128);
const TWO_HASHES = pythonRow('1341219957', 2);
const MIDDLE = pythonRow('1341219972', 4);

export const createContractDataset = (): Dataset =>
  createDataset({
    extraRows: [...SAMPLE_ROWS, MANY_HASHES, PAGED_HASHES, TWO_HASHES, MIDDLE],
    singles: 1_100,
  });

const FIRST_SINGLE = '1341210000';
const { go, one, php } = EMBEDDED_ISSUES;

/** By the recorded issue's number. */
const ISSUES: Readonly<Record<string, string>> = {
  1: sampleIssue('chained'),
  2: sampleIssue('messageWithList'),
  8: sampleIssue('group'),
  10: MANY_HASHES.id,
  20: FIRST_SINGLE,
  21: FIRST_SINGLE,
  324: one,
  355: PAGED_HASHES.id,
  357: TWO_HASHES.id,
  358: go,
  359: php,
  363: sampleIssue('node'),
  364: sampleIssue('minified'),
  366: sampleIssue('template'),
  369: sampleIssue('unicode'),
  372: MIDDLE.id,
  375: sampleIssue('hugeNumber'),
  378: sampleIssue('userWithPlace'),
  379: sampleIssue('cookiesAsText'),
  382: sampleIssue('messageWithNames'),
  383: sampleIssue('csp'),
  384: sampleIssue('oddBreadcrumbs'),
  2186: sampleIssue('snakeCase'),
  99999: '404404404',
  999998: '404404405',
  999999: '404404406',
};

export const BEARERS: Readonly<Record<string, string | null>> = {
  'all scopes': TOKENS.everyScope.text,
  none: null,
  unknown: 'unknown',
  'no scopes': TOKENS.noScope.text,
  'event:read': TOKENS.eventRead.text,
  'event:write': TOKENS.eventWrite.text,
  'event:read, event:write': TOKENS.eventReadWrite.text,
  "another organization's": TOKENS.outsider.text,
};

function eventOf({ issues }: Dataset, id: string, place: number): StoredEvent {
  const event = issues.find((issue) => issue.id === id)?.events[place];
  if (!event) {
    throw new Error(`Issue ${id} has no event ${place}.`);
  }
  return event;
}

/** Event IDs, hashes and names of the recordings, which can occur anywhere in a request. */
export function replacementsFor(dataset: Dataset): readonly (readonly [string, string])[] {
  return [
    ['44e1c125428749d2bd47e6236d0cf83e', eventOf(dataset, ISSUES['1'] ?? '', 0).id],
    ['658e9d6875cd414a96751a98e4604384', eventOf(dataset, MIDDLE.id, 1).id],
    ['3025a1f41d33acdc8ed3096b3ed93f2e', eventOf(dataset, php, 0).hash],
    ['86accfc31892cf5243d61f937260c7bb', eventOf(dataset, MIDDLE.id, 0).hash],
    ['shop%402.4.1', 'checkout%401.4.2'],
    ['SHOP-1', 'CHECKOUT-1'],
    ['/acme/shop/issues/', '/acme/bulk/issues/'],
    ['/acme/shop/events/?', '/acme/bulk/events/?'],
    ['/acme/', '/hellboy-meowmeow/'],
    ['/globex/', '/other-org/'],
    ['/nope/', '/nowhere/'],
    ['/shop/', '/checkout/'],
  ];
}

export function counterpartOf(issue: string): string {
  const id = ISSUES[issue];
  if (id === undefined) {
    throw new Error(`No issue of the demo server stands for the recorded issue ${issue}.`);
  }
  return id;
}
