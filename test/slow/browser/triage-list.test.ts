import { beforeAll, expect } from 'vitest';
import { EMBEDDED_ISSUES } from '../../../embedded-sentry/issues-table.ts';
import { browserTest, buildPages } from '../../harness/browser.ts';
import { startGateway } from '../../harness/gateway.ts';
import {
  createGate,
  expectStatus,
  grid,
  hasFocus,
  isHashList,
  openTriage,
  row,
  seen,
  selectedBar,
  unmerged,
} from '../../harness/triage-page.ts';

beforeAll(buildPages);

const { main, thousand, empty } = EMBEDDED_ISSUES;

browserTest('the first rows are shown while everything else is still on its way', async () => {
  const lists = createGate(isHashList, 1);
  const others = createGate((path) => !isHashList(path));
  await using triage = await openTriage(main, {
    intercept: async (request) => {
      await lists.intercept(request);
      await others.intercept(request);
      return undefined;
    },
  });
  const { page, gateway } = triage;
  await row(page, /fetchMemberList/)
    .first()
    .waitFor();
  const [first] = gateway.upstream.requests.filter(({ path }) => isHashList(path));
  expect(Number(first?.query.get('per_page'))).toBeLessThanOrEqual(10);
  await expectStatus(page, /^10 hashes so far/);
  await page.getByRole('heading', { name: `Issue ${main}` }).waitFor();
  lists.open();
  others.open();
  await expectStatus(page, /^250 hashes$/);
  await page.getByRole('heading', { name: 'This is an example Python exception' }).waitFor();
});

browserTest('a group is counted and selected when the whole list is loaded', async () => {
  const gate = createGate(isHashList, 2);
  await using triage = await openTriage(main, { intercept: gate.intercept });
  const { page } = triage;
  await expectStatus(page, '50 hashes so far');
  await page.getByRole('combobox', { name: 'Group by' }).selectOption('title');
  const group = row(page, /^Select all.*GET \/members\/ 403/);
  await group.getByText('27 so far', { exact: true }).waitFor();
  await group.getByRole('checkbox').click();
  await expectStatus(page, 'selects when complete');
  expect(await selectedBar(page).isVisible()).toBe(false);
  const place = await grid(page).boundingBox();
  gate.open();
  await group.getByText('135', { exact: true }).waitFor();
  await selectedBar(page).getByText('135 selected').waitFor();
  expect(await grid(page).boundingBox()).toMatchObject({ x: place?.x, y: place?.y });
});

browserTest('“select all” loads the whole list first', async () => {
  const gate = createGate(isHashList, 2);
  await using triage = await openTriage(thousand, { intercept: gate.intercept });
  const { page } = triage;
  await expectStatus(page, '50 hashes so far');
  await grid(page).focus();
  await page.keyboard.press('Control+a');
  await expectStatus(page, 'selects when complete');
  gate.open();
  await selectedBar(page).getByText('1,000 selected').waitFor();
  expect(await grid(page).getByRole('row').count()).toBeLessThan(60);
});

browserTest(
  'hashes that the filter hides stay selected, and are counted before an unmerge',
  async () => {
    await using triage = await openTriage(main);
    const { page } = triage;
    await expectStatus(page, /^250 hashes$/);
    await row(page, /fetchTeams/)
      .first()
      .click();
    await row(page, /fetchMemberList/)
      .first()
      .click();
    await page.getByRole('searchbox', { name: 'Filter' }).fill('fetchTeams');
    await selectedBar(page).getByText('2 selected, 1 of them hidden by the filter').waitFor();
    await selectedBar(page).getByRole('button', { name: 'Unmerge …' }).click();
    await page.getByRole('dialog').getByText('1 hash of them hidden by the filter.').waitFor();
    await page.keyboard.press('Escape');

    await selectedBar(page).getByRole('button', { name: 'Clear' }).click();
    await selectedBar(page).waitFor({ state: 'detached' });
    await page.goBack();
    await selectedBar(page).getByText('2 selected').waitFor();
  },
);

browserTest('Escape cancels a selection that waits for the list', async () => {
  const gate = createGate(isHashList, 2);
  await using triage = await openTriage(main, { intercept: gate.intercept });
  const { page } = triage;
  await expectStatus(page, '50 hashes so far');
  await grid(page).focus();
  await page.keyboard.press('Control+a');
  await expectStatus(page, 'selects when complete');
  await page.keyboard.press('Escape');
  gate.open();
  await expectStatus(page, /^250 hashes$/);
  expect(await selectedBar(page).isVisible()).toBe(false);
});

browserTest(
  'the filter says that its count is partial until the whole list is searched',
  async () => {
    const gate = createGate(isHashList, 2);
    await using triage = await openTriage(main, { intercept: gate.intercept });
    const { page } = triage;
    await page.getByRole('searchbox', { name: 'Filter' }).fill('403');
    await expectStatus(page, /^35 match so far · 50 hashes so far, loading …/);
    gate.open();
    await expectStatus(page, /^178 match · 250 hashes$/);
  },
);

browserTest(
  'the filter searches the top frame, its file and other hashes of all events',
  async () => {
    await using triage = await openTriage(main);
    const { page } = triage;
    const filter = page.getByRole('searchbox', { name: 'Filter' });
    await filter.fill('handleForbidden');
    await expectStatus(page, /^177 match · 250 hashes$/);
    await filter.fill('app/api/errors.ts');
    await expectStatus(page, /^177 match · 250 hashes$/);
    // The second hash of the first event, which the list shows below the first.
    await filter.fill('fbe908cc63d6');
    await expectStatus(page, /^1 match · 250 hashes$/);
    await page.getByRole('combobox', { name: 'Group by' }).selectOption('topFrame');
    await filter.fill('');
    await row(page, /handleForbidden · errors\.ts/)
      .getByText('177', { exact: true })
      .waitFor();
  },
);

browserTest(
  'a stack trace that fails keeps the filter’s count partial until it is loaded',
  async () => {
    let isFailing = true;
    await using triage = await openTriage(main, {
      intercept: ({ path }) =>
        isFailing && path.includes('/events/') ? { status: 502 } : undefined,
    });
    const { page } = triage;
    await page.getByRole('searchbox', { name: 'Filter' }).fill('app/api/errors.ts');
    await page.getByText('The rest of the list could not be loaded.').waitFor();
    await expectStatus(page, /match so far/);
    isFailing = false;
    // The button goes away if a batch that was still waiting succeeds: the page then loads the others by itself.
    const tryAgain = page.getByRole('button', { name: 'Try again' });
    const click = tryAgain.click({ timeout: 10_000 }).catch(() => undefined);
    await expectStatus(page, /^177 match · 250 hashes$/);
    await click;
  },
);

browserTest('the list is sorted by last seen, by title, and groups by count', async () => {
  await using triage = await openTriage(main);
  const { page } = triage;
  const firstTitle = () => grid(page).getByRole('row').nth(1).locator('strong').textContent();
  const sort = page.getByRole('combobox', { name: 'Sort by' });
  await expectStatus(page, /^250 hashes$/);
  await sort.selectOption('title');
  await expect.poll(firstTitle).toMatch(/^\*auth\.DeniedError/);
  await sort.selectOption('oldest');
  await expect.poll(() => grid(page).locator('time').first().textContent()).not.toContain('Jun');
  await page.getByRole('combobox', { name: 'Group by' }).selectOption('platform');
  await sort.selectOption('count');
  await expect.poll(firstTitle).toBe('javascript');
});

browserTest(
  'more than 100 hashes are not unmerged, and the page says why and what can be',
  async () => {
    await using triage = await openTriage(main, { fragment: '#group=title&sort=count' });
    const { page, gateway } = triage;
    await row(page, /GET \/members\/ 403/)
      .getByText('135', { exact: true })
      .waitFor();
    await grid(page).focus();
    await page.keyboard.press('Space');
    await selectedBar(page).getByText('135 selected').waitFor();
    await selectedBar(page)
      .getByText(/at most 100 hashes to one new issue.*end in 2 new issues/)
      .waitFor();
    expect(await selectedBar(page).getByRole('button', { name: 'Unmerge …' }).isDisabled()).toBe(
      true,
    );

    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByRole('button', { name: 'Unmerge 135 …' }).isDisabled()).toBe(true);
    await dialog.getByRole('button', { name: 'Keep the first 100' }).click();
    await dialog.getByRole('button', { name: 'Unmerge 100 …' }).click();
    await page.getByRole('dialog', { name: 'Unmerge these 100 hashes?' }).waitFor();
    expect(unmerged(gateway)).toEqual([]);
  },
);

browserTest('1,000 selected hashes are compared twelve at a time', async () => {
  await using triage = await openTriage(thousand);
  const { page } = triage;
  await grid(page).focus();
  await page.keyboard.press('Control+a');
  await selectedBar(page).getByText('1,000 selected').waitFor();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: '1,000 hashes compared' });
  await dialog.getByText(/Columns 1 to 12 of 1,000/).waitFor();
  expect(await dialog.getByRole('columnheader').count()).toBe(1 + 12);
  await dialog.getByRole('button', { name: 'Next' }).click();
  await dialog.getByText(/Columns 13 to 24 of 1,000/).waitFor();
  await dialog.getByRole('button', { name: 'Previous' }).press('Enter');
  await dialog.getByText(/Columns 1 to 12 of 1,000/).waitFor();
  // A disabled button would lose the focus.
  expect(await hasFocus(page, 'nav button')).toBe(true);
});

browserTest('a page of the list that fails can be loaded again', async () => {
  let isFailing = true;
  await using triage = await openTriage(main, {
    intercept: ({ query }) =>
      isFailing && query.get('cursor')?.startsWith('0:49:') ? { status: 502 } : undefined,
  });
  const { page } = triage;
  await page.getByText('The rest of the list could not be loaded.').waitFor();
  await expectStatus(page, /^50 hashes so far · the rest could not be loaded$/);
  isFailing = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await expectStatus(page, /^250 hashes$/);
});

browserTest('an issue without hashes and an unknown issue have different messages', async () => {
  await using triage = await openTriage(empty);
  const { page, gateway } = triage;
  await seen(page, 'This issue has no hashes');
  await page.goto(new URL('/triage?organization=hellboy-meowmeow&issue=NONE-1', gateway.url).href);
  await page.getByRole('heading', { name: 'Issue not found' }).waitFor();
  await page.getByRole('button', { name: 'Choose another issue' }).click();
  await page.getByRole('searchbox').fill('checkout-4f');
  await page.getByRole('button', { name: 'Search' }).click();
  await expectStatus(page, /^1 hash$/);
});

browserTest('a selection of a link is unmerged when all of it is loaded', async () => {
  const gate = createGate(isHashList, 2);
  const whole = await startGateway();
  const { data } = await whole.execute(
    `{ issue(organization: "hellboy-meowmeow", id: "${main}") { hashes(first: 100) { nodes { hash } } } }`,
  );
  await whole[Symbol.asyncDispose]();
  const [first, last] = [data.issue.hashes.nodes[0].hash, data.issue.hashes.nodes[99].hash];
  await using triage = await openTriage(main, {
    intercept: gate.intercept,
    fragment: `#picks=${first},${last}`,
  });
  const { page } = triage;
  const unmerge = page.getByRole('button', { name: /^Unmerge/ });
  await selectedBar(page)
    .getByText(/^1 selected.*Not loaded yet: 1 hash of the selection/)
    .waitFor();
  expect(await unmerge.count()).toBe(0);
  await selectedBar(page).getByRole('button', { name: 'Stack trace' }).click();
  await page.getByRole('dialog').getByText('Not loaded yet: 1 hash of the selection.').waitFor();
  expect(await unmerge.count()).toBe(0);
  gate.open();
  await page.getByRole('dialog').getByRole('button', { name: 'Unmerge 2 …' }).waitFor();
});
