import { createHash } from 'node:crypto';
import type { Appearance } from '../appearance.ts';
import { lineOfSource } from '../stack-traces.ts';

/** A component of Sentry's grouping: other components, or one value at a leaf. */
export interface Component {
  readonly id: string;
  /** Its display name; null if Sentry has none. */
  readonly name: string | null;
  readonly contributes: boolean;
  /** Why it does not contribute. */
  readonly hint: string | null;
  readonly values: readonly (Component | string)[];
}

const NAMES: Readonly<Record<string, string>> = {
  app: 'in-app',
  exception: 'exception',
  stacktrace: 'stacktrace',
  threads: 'thread',
  message: 'message',
  template: 'template',
  hostname: 'hostname',
  violation: 'violation',
  uri: 'URL',
};

export function component(
  id: string,
  values: Component['values'],
  { contributes = true, hint = null }: Partial<Pick<Component, 'contributes' | 'hint'>> = {},
): Component {
  return { id, name: NAMES[id] ?? null, contributes, hint, values };
}

/** The contributing values in order, from which the hash is computed. */
export function contributingValues({ contributes, values }: Component): readonly string[] {
  return contributes
    ? values.flatMap((value) => (typeof value === 'string' ? [value] : contributingValues(value)))
    : [];
}

/** Sentry's `hash_from_values`: the concatenated values. */
export function md5(values: readonly string[]): string {
  return createHash('md5').update(values.join('')).digest('hex');
}

/** An exception for the variant `app`, which uses only frames of the app, or `system`. */
export function exceptionComponent(variant: 'app' | 'system', look: Appearance): Component {
  const [type = 'Error', value = ''] = look.title.split(': ');
  return component('exception', [
    stackTraceComponent(variant, look),
    component('type', [type]),
    component('value', [value], {
      contributes: false,
      hint: 'ignored because stacktrace takes precedence',
    }),
  ]);
}

export function stackTraceComponent(
  variant: 'app' | 'system',
  { frames }: Pick<Appearance, 'frames'>,
): Component {
  return component(
    'stacktrace',
    frames.map((frame, depth) => {
      const counts = variant === 'system' || isInApp(frame.filename, depth);
      const line = lineOfSource(frame);
      return component(
        'frame',
        [
          ...(frame.module === null
            ? [component('filename', [frame.filename])]
            : [
                component('module', [frame.module]),
                component('filename', [frame.filename], {
                  contributes: false,
                  hint: 'module takes precedence',
                }),
              ]),
          component('function', [frame.function]),
          ...(line === undefined ? [] : [component('context_line', [line.trim()])]),
        ],
        counts ? {} : { contributes: false, hint: 'non app frame' },
      );
    }),
  );
}

/** Whether a frame belongs to the app, and not to the runtime or a package. */
export function isInApp(filename: string, depth: number): boolean {
  return depth > 0 && !filename.startsWith('node_modules/');
}
