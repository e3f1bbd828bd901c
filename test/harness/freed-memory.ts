import { onTestFinished } from 'vitest';

/** The sizes of memory that is freed during the test. Node 20 has no `transfer`: it gets one. */
export function recordFreedMemory(): readonly number[] {
  const freed: number[] = [];
  const { prototype } = ArrayBuffer;
  const original = Object.getOwnPropertyDescriptor(prototype, 'transfer');
  onTestFinished(() => {
    delete (prototype as Partial<ArrayBuffer>).transfer;
    if (original) {
      Object.defineProperty(prototype, 'transfer', original);
    }
  });
  Object.defineProperty(prototype, 'transfer', {
    configurable: true,
    value(this: ArrayBuffer) {
      freed.push(this.byteLength);
      return structuredClone(this, { transfer: [this] });
    },
  });
  return freed;
}
