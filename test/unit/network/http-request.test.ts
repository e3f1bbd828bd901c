import type { Dispatcher } from 'undici';
import { expect, test } from 'vitest';
import { sendHttpRequest } from '../../../src/network/http-request.ts';

const MEBIBYTE = 1024 * 1024;

/** A response with a body in chunks of one byte, which are slices of one buffer. */
function dispatcherOfSmallChunks(bytes: number): Dispatcher {
  return {
    dispatch(_options: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandler) {
      const controller = {} as Dispatcher.DispatchController;
      handler.onRequestStart?.(controller, {});
      handler.onResponseStart?.(controller, 200, {});
      for (let sent = 0; sent < bytes; ) {
        const packet = Buffer.alloc(65_536, 'x');
        for (let at = 0; at < packet.length && sent < bytes; at += 1, sent += 1) {
          handler.onResponseData?.(controller, packet.subarray(at, at + 1));
        }
      }
      handler.onResponseEnd?.(controller, {});
      return true;
    },
  } as unknown as Dispatcher;
}

test('a body in chunks of one byte takes little more memory than its size', async () => {
  const before = process.memoryUsage();
  const { bytes } = await sendHttpRequest(
    dispatcherOfSmallChunks(4 * MEBIBYTE),
    { method: 'GET', path: '/' },
    { timeoutMs: 60_000, maxBytes: 64 * MEBIBYTE },
  );
  const after = process.memoryUsage();
  expect(bytes.equals(Buffer.alloc(4 * MEBIBYTE, 'x'))).toBe(true);
  expect(after.heapUsed - before.heapUsed).toBeLessThan(100 * MEBIBYTE);
});
