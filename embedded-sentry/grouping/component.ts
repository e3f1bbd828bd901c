import { createHash } from 'node:crypto';
import type { Appearance } from '../appearance.ts';
import { lineOfSource } from '../stack-traces.ts';

/** A part of what Sentry compares: other parts, or one value at a leaf. */
export interface Component {
  readonly id: string;
  /** In words; null for those that Sentry has none for. */
  readonly name: string | null;
  readonly contributes: boolean;
  /** Why it does not count. */
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

/** The values that count, in their order: what a hash is made of. */
export function contributingValues({ contributes, values }: Component): readonly string[] {
  return contributes
    ? values.flatMap((value) => (typeof value === 'string' ? [value] : contributingValues(value)))
    : [];
}

/** Sentry's `hash_from_values`: one value behind the other. */
export function md5(values: readonly string[]): string {
  return createHash('md5').update(values.join('')).digest('hex');
}

/** An exception for the variant `app`, which looks at the frames of the app alone, or `system`. */
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

/** Whether a frame is one of the app: not of the runtime that begins the call, nor of a package. */
export function isInApp(filename: string, depth: number): boolean {
  return depth > 0 && !filename.startsWith('node_modules/');
}
