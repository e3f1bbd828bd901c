import { expect, test } from 'vitest';
import { BodyMemory } from '../../../src/network/body-memory.ts';

const MIB = 1024 * 1024;

/** A body that arrives while its connection is not paused. */
class ArrivingBody {
  readonly memory = new BodyMemory();
  isPaused = false;

  add(bytes: number): void {
    this.memory.add(bytes, this);
  }

  pause(): void {
    this.isPaused = true;
  }

  resume(): void {
    this.isPaused = false;
  }
}

function arriving(...sizes: readonly number[]): readonly ArrivingBody[] {
  return sizes.map((bytes) => {
    const body = new ArrivingBody();
    body.add(bytes);
    return body;
  });
}

function endAll(bodies: readonly ArrivingBody[]): void {
  for (const { memory } of bodies) {
    memory.release();
  }
}

test('beyond 64 MiB together, only the oldest body and small ones go on', () => {
  const bodies = arriving(60 * MIB, 3 * MIB, 3 * MIB, MIB);
  expect(bodies.map(({ isPaused }) => isPaused)).toEqual([false, false, true, false]);
  bodies[0]?.add(MIB);
  bodies[1]?.add(MIB);
  expect(bodies.map(({ isPaused }) => isPaused)).toEqual([false, true, true, false]);
  endAll(bodies);
});

test('when a body has been read, those that waited go on if they have room', () => {
  const bodies = arriving(40 * MIB, 30 * MIB, 30 * MIB);
  expect(bodies.map(({ isPaused }) => isPaused)).toEqual([false, true, true]);
  bodies[0]?.memory.release();
  expect(bodies.map(({ isPaused }) => isPaused)).toEqual([false, false, false]);
  endAll(bodies);
});

test('the oldest of those that wait goes on, also without room for all', () => {
  const bodies = arriving(50 * MIB, 50 * MIB, 50 * MIB);
  bodies[0]?.memory.release();
  expect(bodies.map(({ isPaused }) => isPaused)).toEqual([false, false, true]);
  bodies[2]?.memory.release();
  bodies[1]?.memory.release();
  const [next] = arriving(70 * MIB);
  expect(next?.isPaused).toBe(false);
  next?.memory.release();
});
