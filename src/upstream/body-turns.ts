import { createAtMost } from '../at-most.ts';
import { BodyTooLarge } from '../network/http-request.ts';
import { BODY_LIMITS } from './read-body.ts';

const atOnce = <T>(work: () => Promise<T>) => work();
const parseLarge = createAtMost(1);

/**
 * How many bodies are decoded and parsed side by side, by their size: each takes several times its size in memory. Four
 * pages of full events are decoded while another one is parsed.
 */
const READS = [
  { maxBytes: BODY_LIMITS.minCountedBytes, inTurn: atOnce, parseInTurn: atOnce },
  { maxBytes: 8 * 1024 * 1024, inTurn: createAtMost(4), parseInTurn: parseLarge },
  { maxBytes: Number.POSITIVE_INFINITY, inTurn: createAtMost(1), parseInTurn: parseLarge },
] as const;

interface BodyReader<T> {
  /** @throws BodyTooLarge */
  decode(maxBytes: number): Promise<Buffer>;
  parse(bytes: Buffer): Promise<T>;
}

/** The size of a body is known only when it is decoded: one that is larger than it seemed begins again. */
export async function readInTurn<T>(
  encodedBytes: number,
  maxBodyBytes: number,
  { decode, parse }: BodyReader<T>,
): Promise<T> {
  for (const { maxBytes, inTurn, parseInTurn } of READS) {
    if (encodedBytes <= maxBytes) {
      try {
        return await inTurn(async () => {
          const bytes = await decode(Math.min(maxBytes, maxBodyBytes));
          return parseInTurn(() => parse(bytes));
        });
      } catch (error) {
        if (!(error instanceof BodyTooLarge) || maxBodyBytes <= maxBytes) {
          throw error;
        }
      }
    }
  }
  throw new BodyTooLarge();
}
