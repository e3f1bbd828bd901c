import { expect } from 'vitest';
import { redisTest, startRedis } from '../../harness/redis.ts';
import { startReplicas } from '../../harness/replicas.ts';

const CHANGES = 150;
const READERS = 6;

const read = '{ issue(organization: "hellboy-meowmeow", id: "1341191803") { status } }';
const update = (status: string) =>
  `mutation { updateIssue(input: { issue: "hellboy-meowmeow/1341191803", status: "${status}" }) { issue { issueId } } }`;

redisTest(
  'a read that begins after a change was answered shows it, at either replica, with others at the same time',
  async () => {
    await using redis = await startRedis();
    await using replicas = await startReplicas(redis);
    const gateways = [replicas.one, replicas.other];
    /** Statuses in order, and how many of them were answered. */
    const statuses = ['unresolved'];
    let answered = 1;
    let isOver = false;
    const wrong: string[] = [];
    let reads = 0;

    async function readRepeatedly(reader: number): Promise<void> {
      while (!isOver) {
        const first = answered - 1;
        const { data } = (await gateways[reader % 2]?.execute(read)) ?? {};
        reads += 1;
        // Whatever was true at some time between the beginning and the end.
        if (!statuses.slice(first).includes(data.issue.status)) {
          wrong.push(`${data.issue.status} after change ${first}`);
        }
      }
    }

    const readers = Array.from({ length: READERS }, (_, reader) => readRepeatedly(reader));
    for (let change = 1; change <= CHANGES; change += 1) {
      const status = ['unresolved', 'resolved', 'ignored'][change % 3] ?? '';
      statuses.push(status);
      const { errors } = (await gateways[change % 2]?.execute(update(status))) ?? {};
      expect(errors).toBeUndefined();
      answered = statuses.length;
    }
    isOver = true;
    await Promise.all(readers);
    expect(wrong).toEqual([]);
    expect(reads).toBeGreaterThan(READERS);
  },
);
