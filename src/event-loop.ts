/** After this time in one turn of the event loop, further work waits for the next turn. */
const MAX_TURN_MS = 10;

interface Waiting {
  readonly owner: object | undefined;
  readonly turn: Promise<void>;
  readonly begin: () => void;
}

let startedMs: number | null = null;
/** Owner of the work in this turn, if it has one. */
let current: object | undefined;
const waiting: Waiting[] = [];

/**
 * Null if the work may start in this turn of the event loop; otherwise a promise of a later turn. Waiting
 * work gets one turn each, in order, so a health check or a small operation does not wait for hundreds of
 * large operations.
 *
 * @param owner - Work of one owner shares a turn with no other owner. The operations of a coalesced request
 * continue together, before any of their work has taken time, so a time limit alone would let them all in.
 * Work without an owner shares turns until the time is up.
 */
export function takeTurn(owner?: object): Promise<void> | null {
  const nowMs = performance.now();
  if (startedMs === null) {
    startedMs = nowMs;
    setImmediate(endTurn);
  }
  const isCurrent = owner !== undefined && owner === current;
  const hasTime = waiting.length === 0 && nowMs - startedMs < MAX_TURN_MS;
  if (isCurrent || (hasTime && (owner === undefined || current === undefined))) {
    current ??= owner;
    return null;
  }
  return (owner && waiting.find((each) => each.owner === owner)?.turn) ?? wait(owner);
}

function wait(owner: object | undefined): Promise<void> {
  let begin = () => {};
  const turn = new Promise<void>((resolve) => {
    begin = resolve;
  });
  waiting.push({ owner, turn, begin });
  return turn;
}

function endTurn(): void {
  const next = waiting.shift();
  current = next?.owner;
  if (!next) {
    startedMs = null;
    return;
  }
  startedMs = performance.now();
  setImmediate(endTurn);
  next.begin();
}
