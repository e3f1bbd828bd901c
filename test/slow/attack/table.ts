import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { Attack, Figures } from './attack.ts';
import type { Outcome } from './run-attack.ts';

const DOCUMENT = 'docs/reliability.md';
const [START, END] = ['<!-- Written by `npm run attack` -->', '<!-- End of the table -->'];

/** Above this share of its time without a CPU, figures say more about the machine than about the gateway. */
const BUSY_SHARE = 0.4;

export function isBusy({ busyShare }: Outcome): boolean {
  return busyShare >= BUSY_SHARE;
}

export const HEAD = `| what is sent | what comes | longest stall | memory | another caller |
|---|---|---|---|---|`;

/** A bound that a row has of its own stands beside its figure. */
export function toRow({ name, bounds = {} }: Attack, outcome: Outcome): string {
  const cell = (figure: keyof Figures, unit: string, sign = '') => {
    const value = Math.max(0, Math.round(outcome[figure]));
    const bound = bounds[figure];
    return Number.isNaN(value) || bound === Number.POSITIVE_INFINITY
      ? 'not measured'
      : `${sign}${value} ${unit}${bound === undefined ? '' : ` (at most ${bound})`}`;
  };
  const cells = [
    isBusy(outcome) ? `${name} (the machine was busy)` : name,
    outcome.answer,
    cell('stallMs', 'ms'),
    cell('grownMb', 'MB', '+'),
    cell('otherCallerMs', 'ms'),
  ];
  return `| ${cells.map((text) => text.replaceAll('|', '\\|')).join(' | ')} |`;
}

/** Replaces the table in the documentation. */
export function writeTable(rows: readonly string[]): void {
  const text = readFileSync(DOCUMENT, 'utf8');
  const [start, end] = [text.indexOf(START), text.indexOf(END)];
  if (start === -1 || end < start) {
    throw new Error(`${DOCUMENT} lacks the marks of the table.`);
  }
  const busy = rows.filter((row) => row.includes('(the machine was busy)')).length;
  const machine = `${rows.length} rows, measured with Node ${process.versions.node} on ${availableParallelism()} CPUs, ${busy} of them while the machine was busy.`;
  const table = [START, '', machine, '', HEAD, ...rows, ''].join('\n');
  writeFileSync(DOCUMENT, `${text.slice(0, start)}${table}\n${text.slice(end)}`);
}
