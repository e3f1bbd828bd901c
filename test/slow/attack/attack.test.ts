import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RUNS } from '../../harness/runs.ts';
import { type Attack, BOUNDS_OF_A_CALLER, BOUNDS_OF_A_SERVER, type Figures } from './attack.ts';
import { CONNECTION_ATTACKS } from './connection-attacks.ts';
import { DOCUMENT_ATTACKS } from './document-attacks.ts';
import { GROUPING_ATTACKS } from './grouping-attacks.ts';
import { MORE_DOCUMENT_ATTACKS } from './more-document-attacks.ts';
import { MORE_SERVER_ATTACKS } from './more-server-attacks.ts';
import { REQUEST_ATTACKS } from './request-attacks.ts';
import { RESPONSE_ATTACKS } from './response-attacks.ts';
import { type Outcome, runAttack } from './run-attack.ts';
import { SERVER_ATTACKS } from './server-attacks.ts';
import { HEAD, isBusy, toRow, writeTable } from './table.ts';

/** The best of so many runs counts: garbage collection varies from run to run. */
const MOST_RUNS = 2;

const BY_CALLERS = [DOCUMENT_ATTACKS, RESPONSE_ATTACKS, CONNECTION_ATTACKS];
const MORE_BY_CALLERS = [MORE_DOCUMENT_ATTACKS, REQUEST_ATTACKS];

const ROWS = [
  ...toRows([...BY_CALLERS, ...(RUNS.isAttackLong ? MORE_BY_CALLERS : [])], BOUNDS_OF_A_CALLER),
  ...toRows(
    [SERVER_ATTACKS, GROUPING_ATTACKS, ...(RUNS.isAttackLong ? [MORE_SERVER_ATTACKS] : [])],
    BOUNDS_OF_A_SERVER,
  ),
];

function toRows(attacks: readonly (readonly Attack[])[], common: Figures) {
  return attacks
    .flat()
    .filter(({ isShort = true }) => isShort || RUNS.isAttackLong)
    .map((attack) => ({ attack, bounds: { ...common, ...attack.bounds } }));
}

const FIGURES = ['stallMs', 'grownMb', 'otherCallerMs'] as const;

beforeAll(async () => {
  await promisify(execFile)(process.execPath, ['scripts/build.mjs']);
  print(HEAD);
}, 120_000);

/** Rows of the attacks that passed. */
const passed: string[] = [];

afterAll(() => {
  if (RUNS.isAttackLong && passed.length === ROWS.length) {
    writeTable(passed);
  }
});

for (const { attack, bounds } of ROWS) {
  test(attack.name, async () => {
    const outcome = await runWithin(attack, bounds);
    const row = toRow(attack, outcome);
    print(row);
    expect(outcome.answer).toMatch(attack.answer);
    if (!isBusy(outcome)) {
      for (const name of FIGURES) {
        expect(outcome[name], name).not.toBeGreaterThan(bounds[name]);
      }
    }
    passed.push(row);
  }, 400_000);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function runWithin(attack: Attack, bounds: Figures): Promise<Outcome> {
  let best = await runAttack(attack);
  for (let run = 1; run < MOST_RUNS && !isGood(best, attack, bounds); run += 1) {
    const outcome = await runAttack(attack);
    const isBetter =
      isGood(outcome, attack, bounds) || excessOf(outcome, bounds) < excessOf(best, bounds);
    best = isBetter ? outcome : best;
  }
  return best;
}

function isGood(outcome: Outcome, { answer }: Attack, bounds: Figures): boolean {
  const isWithin = isBusy(outcome) || excessOf(outcome, bounds) <= 1;
  return isWithin && new RegExp(answer).test(outcome.answer);
}

/** The largest ratio of a figure to its bound. */
function excessOf(outcome: Figures, bounds: Figures): number {
  return Math.max(...FIGURES.map((name) => (outcome[name] || 0) / bounds[name]));
}
