/** Characters of JSON around a key or a value: quotation marks, colon, comma. */
const MARKS = 4;

/** The characters of a value as JSON, without escapes; for a larger one, a number beyond the limit. */
export function sizeUpTo(value: unknown, limit: number): number {
  return limit - roomAfter(value, limit);
}

function roomAfter(value: unknown, room: number): number {
  if (typeof value === 'string') {
    return room - value.length - MARKS;
  }
  if (typeof value !== 'object' || value === null) {
    return room - MARKS;
  }
  let left = room;
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length && left >= 0; index += 1) {
      left = roomAfter(value[index], left);
    }
    return left;
  }
  const object = value as Readonly<Record<string, unknown>>;
  for (const key in object) {
    left = left < 0 ? left : roomAfter(object[key], left - key.length - MARKS);
  }
  return left;
}
