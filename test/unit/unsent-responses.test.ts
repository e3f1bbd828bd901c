import { EventEmitter } from 'node:events';
import type { FastifyInstance } from 'fastify';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { createUnsentResponses } from '../../src/http/unsent-responses.ts';

vi.useFakeTimers();
afterEach(() => vi.clearAllTimers());
afterAll(() => vi.useRealTimers());

function watched() {
  const unsent = createUnsentResponses({ responseTimeoutMs: 30_000, maxUnsentBytes: 100 });
  const hooks = new EventEmitter();
  unsent.watch({ addHook: hooks.on.bind(hooks) } as unknown as FastifyInstance);
  /** Sends a response that its caller does not read. */
  function send(bytes: number) {
    const raw = Object.assign(new EventEmitter(), { destroy: vi.fn() });
    hooks.emit('onSend', {}, { raw }, 'x'.repeat(bytes), () => undefined);
    return raw;
  }
  return { waitForRoom: unsent.waitForRoom, send };
}

test('a large response waits until an unread one is sent', async () => {
  const { waitForRoom, send } = watched();
  const unread = send(101);
  const room = vi.fn();
  void waitForRoom().then(room);
  await vi.advanceTimersByTimeAsync(900);
  expect(room).not.toHaveBeenCalled();
  unread.emit('close');
  await vi.advanceTimersByTimeAsync(1);
  expect(room).toHaveBeenCalledExactlyOnceWith(true);
});

test('a large response is refused if callers leave too much unread all the time', async () => {
  const { waitForRoom, send } = watched();
  const first = send(101);
  const room = vi.fn();
  void waitForRoom().then(room);
  for (let ms = 0; ms < 2_500; ms += 500) {
    send(101);
    await vi.advanceTimersByTimeAsync(500);
  }
  expect(room).toHaveBeenCalledExactlyOnceWith(false);
  expect(first.destroy).toHaveBeenCalledOnce();
});
