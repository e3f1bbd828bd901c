/** How much the long tests do: little with each `npm test`, much with their own commands. */
export const RUNS = {
  /** Cases of each property; `npm run fuzz` does 100,000. */
  fuzz: read('FUZZ_RUNS', process.env['CI'] ? 1_000 : 200),
  /** Operations over a faulty upstream: `npm run chaos` does 10,000. */
  chaosOperations: read('CHAOS_OPERATIONS', 1_000),
  /** The same seed draws the same operations and faults. */
  chaosSeed: read('CHAOS_SEED', 20_261_124),
  /** How long the gateway is asked for twice what it may do; `npm run soak` takes ten minutes. */
  soakSeconds: read('SOAK_SECONDS', 6),
  /** Leaves out the attacks that take long, for CI. */
  isAttackShort: process.env['ATTACK'] === 'short',
};

function read(name: string, fallback: number): number {
  const value = Number(process.env[name] || fallback);
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new Error(`${name} is ${process.env[name]}: it takes a whole number.`);
  }
  return value;
}
