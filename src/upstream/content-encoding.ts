import { promisify } from 'node:util';
import { brotliDecompress, constants, gunzip, gzip } from 'node:zlib';
import { BodyTooLarge } from '../network/http-request.ts';
import { SentryError } from '../sentry/errors.ts';
import type { SentBody } from '../sentry/request.ts';

type Decode = (bytes: Buffer, limit: { readonly maxOutputLength: number }) => Promise<Buffer>;

/** For `Accept-Encoding`. */
export const ACCEPTED_ENCODINGS = 'gzip, br';

const DECODERS: ReadonlyMap<string, Decode> = new Map<string, Decode>([
  ['identity', async (bytes) => bytes],
  ['gzip', promisify(gunzip)],
  ['x-gzip', promisify(gunzip)],
  ['br', promisify(brotliDecompress)],
]);

/** Servers use one coding; each further one multiplies the decoding work. */
const MAX_CODINGS = 3;

/**
 * Decodes the codings of `Content-Encoding` (RFC 9110, section 8.4), the last one first.
 * @throws SentryError for a coding that was not requested or bytes that do not match it; BodyTooLarge.
 */
export async function decodeBody(
  bytes: Buffer,
  contentEncoding: string | undefined,
  maxBytes: number,
): Promise<Buffer> {
  if (contentEncoding === undefined) {
    return bytes;
  }
  let decoded = bytes;
  for (const decode of decodersOf(contentEncoding)) {
    decoded = decoded.length === 0 ? decoded : await decodeOnce(decode, decoded, maxBytes);
  }
  return decoded;
}

function decodersOf(contentEncoding: string): readonly Decode[] {
  const codings = contentEncoding
    .split(',')
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => coding !== '')
    .reverse();
  const decoders = codings.flatMap((coding) => DECODERS.get(coding) ?? []);
  if (decoders.length < codings.length || codings.length > MAX_CODINGS) {
    throw new SentryError(
      'badResponse',
      'Sentry returned a body in an encoding that was not requested.',
    );
  }
  return decoders;
}

async function decodeOnce(decode: Decode, bytes: Buffer, maxBytes: number): Promise<Buffer> {
  try {
    return await decode(bytes, { maxOutputLength: maxBytes });
  } catch (cause) {
    throw cause instanceof RangeError
      ? new BodyTooLarge()
      : new SentryError('badResponse', 'Sentry returned a body that cannot be decompressed.', {
          cause,
        });
  }
}

const compress = promisify(gzip);

/** Shorter bodies are not compressed. */
const MIN_COMPRESSED_BYTES = 512;

/** The body as it was sent if it was sent compressed. */
export async function compressBody(sent: SentBody): Promise<SentBody> {
  return sent.encoding !== undefined || sent.bytes.length < MIN_COMPRESSED_BYTES
    ? sent
    : {
        bytes: await compress(sent.bytes, { level: constants.Z_BEST_SPEED }),
        encoding: 'gzip',
      };
}
