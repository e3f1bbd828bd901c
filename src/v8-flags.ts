import { setFlagsFromString } from 'node:v8';

/**
 * Has V8 make no object old from the start.
 *
 * It does so where most objects of one place in the code have lived long, and while the process warms
 * up all of a large answer's do. From then on parts of each answer would be old when they are made, and
 * hold the rest, until a full collection: with pages of full events a fifth of all time went there.
 */
export function disablePretenuring(): void {
  setFlagsFromString('--no-allocation-site-pretenuring');
}
