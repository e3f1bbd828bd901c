/** After this time in one turn of the event loop, further work waits for the next turn. */
const MAX_TURN_MS = 10;

/** Together in one turn; larger work has a turn of its own. */
const MAX_TURN_BYTES = 256 * 1_024;

interface Waiting {
  readonly owner: object | undefined;
  readonly bytes: number;
  readonly turn: Promise<void>;
  readonly begin: () => void;
}

let startedMs: number | null = null;
/** Owners of the work in this turn, and the size of what it is about. */
let owners: object[] = [];
let takenBytes = 0;
const waiting: Waiting[] = [];

/**
 * Null if the work may start in this turn of the event loop; otherwise a promise of a later turn. Waiting
 * work gets one turn each, in order, so a health check or a small operation does not wait for hundreds of
 * large operations.
 *
 * @param owner - Work of one owner shares a turn with other owners only within `MAX_TURN_BYTES`. The operations of a
 * coalesced request continue together, before any of their work has taken time, so a time limit alone would let
 * them all in. Work without an owner shares turns until the time is up.
 * @param bytes - The size of what an owner's work is about; unknown work has a turn of its own.
 */
export function takeTurn(
  owner?: object,
  bytes = owner ? Number.POSITIVE_INFINITY : 0,
): Promise<void> | null {
  const nowMs = performance.now();
  if (startedMs === null) {
    startedMs = nowMs;
    setImmediate(endTurn);
  }
  if (owner && owners.includes(owner)) {
    return null;
  }
  const hasTime = waiting.length === 0 && nowMs - startedMs < MAX_TURN_MS;
  if (hasTime && (owners.length === 0 || takenBytes + bytes <= MAX_TURN_BYTES)) {
    take(owner, bytes);
    return null;
  }
  return (owner && waiting.find((each) => each.owner === owner)?.turn) ?? wait(owner, bytes);
}

function take(owner: object | undefined, bytes: number): void {
  takenBytes += bytes;
  if (owner) {
    owners.push(owner);
  }
}

function wait(owner: object | undefined, bytes: number): Promise<void> {
  let begin = () => {};
  const turn = new Promise<void>((resolve) => {
    begin = resolve;
  });
  waiting.push({ owner, bytes, turn, begin });
  return turn;
}

function endTurn(): void {
  const next = waiting.shift();
  [owners, takenBytes] = [[], 0];
  if (!next) {
    startedMs = null;
    return;
  }
  take(next.owner, next.bytes);
  startedMs = performance.now();
  setImmediate(endTurn);
  next.begin();
}
