import { isIP } from 'node:net';
import { generate } from 'selfsigned';

export interface Identity {
  /** PEM. */
  readonly cert: string;
  /** PEM. */
  readonly key: string;
}

const OPTIONS = { keyType: 'ec', algorithm: 'sha256' } as const;

/** A new certificate authority. */
export async function createAuthority(): Promise<Identity> {
  const { cert, private: key } = await generate([{ name: 'commonName', value: 'Test authority' }], {
    ...OPTIONS,
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, digitalSignature: true, critical: true },
    ],
  });
  return { cert, key };
}

/** A certificate of that authority, for a server or a client of this name, and of others. */
export async function createIdentity(
  name: string,
  authority: Identity,
  others: readonly string[] = [],
): Promise<Identity> {
  const { cert, private: key } = await generate([{ name: 'commonName', value: name }], {
    ...OPTIONS,
    ca: authority,
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'extKeyUsage', serverAuth: true, clientAuth: true },
      {
        name: 'subjectAltName',
        altNames: [name, ...others].map((value) =>
          isIP(value) === 0 ? { type: 2, value } : { type: 7, ip: value },
        ),
      },
    ],
  });
  return { cert, key };
}
