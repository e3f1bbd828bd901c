/** Length of the long tests: short by default, long with their own commands. */
export const RUNS = {
  /** Cases of each property; `npm run fuzz` runs 100,000. */
  fuzz: read('FUZZ_RUNS', process.env['CI'] ? 1_000 : 200),
  /** Operations with a faulty upstream; `npm run chaos` runs 10,000. */
  chaosOperations: read('CHAOS_OPERATIONS', 1_000),
  /** The same seed gives the same operations and faults. */
  chaosSeed: read('CHAOS_SEED', 20_261_124),
  /** Duration of a load of twice the rate limit; `npm run soak` takes ten minutes. */
  soakSeconds: read('SOAK_SECONDS', 6),
  /** Hashes of the export whose memory is measured; `npm run export` takes a million. */
  exportHashes: read('EXPORT_HASHES', 50_000),
  /** Duration of the export whose rate is measured. */
  exportSeconds: read('EXPORT_SECONDS', 5),
  /** A low rate fails the test: only with `npm run export`, as it depends on the machine's load. */
  isExportMeasured: process.env['EXPORT_SECONDS'] !== undefined,
  /** `npm run attack` runs all attacks; otherwise those that take long, and more of each kind, are left out. */
  isAttackLong: process.env['ATTACK'] === 'long',
};

function read(name: string, fallback: number): number {
  const value = Number(process.env[name] || fallback);
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new Error(`${name} is ${process.env[name]}; expected a whole number.`);
  }
  return value;
}
