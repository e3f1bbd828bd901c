import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { disablePretenuring } from '../../../src/v8-flags.ts';
import { startGateway } from '../../harness/gateway.ts';

const PAGE = `{ issue(organization: "hellboy-meowmeow", id: "1341193000") {
  hashes(first: 100) { nodes { hash latestEvent { eventId title size } } } } }`;

disablePretenuring();
setFlagsFromString('--expose-gc');
const collect: (options?: { type: 'minor' }) => void = runInNewContext('gc');

/** Bytes for each operation that young-generation collections do not free. */
async function bytesLeft(operations: number, run: () => Promise<unknown>): Promise<number> {
  collect();
  const before = process.memoryUsage().heapUsed;
  await run();
  collect({ type: 'minor' });
  collect({ type: 'minor' });
  return (process.memoryUsage().heapUsed - before) / operations;
}

test('a young-generation collection frees what an answered operation has read', async () => {
  await using gateway = await startGateway();
  const one = async () => expect((await gateway.execute(PAGE)).errors).toBeUndefined();
  const inTurn = async (count: number) => {
    for (let index = 0; index < count; index += 1) {
      await one();
    }
  };
  await inTurn(20);

  // A page of full events is 800 kB of objects.
  expect(await bytesLeft(30, () => inTurn(30))).toBeLessThan(200_000);
});

test('a young-generation collection frees it while several operations are in progress', async () => {
  await using gateway = await startGateway();
  const pages = async (count: number) => {
    const caller = async (id: number) => {
      for (let index = 0; index < count; index += 1) {
        const { errors } = await gateway.execute(PAGE.replace('100', `${100 - id}`));
        expect(errors).toBeUndefined();
      }
    };
    await Promise.all(Array.from({ length: 4 }, (_, id) => caller(id)));
  };
  await pages(8);

  expect(await bytesLeft(80, () => pages(20))).toBeLessThan(200_000);
});
