import type { Appearance } from './appearance.ts';
import { isInApp } from './grouping/component.ts';
import type { Platform } from './issues-table.ts';
import { type FrameWords, STACKS } from './stack-traces.ts';

export interface Entry {
  readonly type: string;
  readonly data: unknown;
}

/** The entries of a typical error of a platform, in the order of Sentry's display scores. */
export function errorEntries(look: Appearance, index: number): readonly Entry[] {
  const entries = [exception(look, index), breadcrumbs(index), request(index)];
  return look.platform === 'native'
    ? [entries[0] as Entry, threads(index), breadcrumbs(index), debugImages(index)]
    : entries;
}

function exception(
  { platform, title, frames }: Pick<Appearance, 'platform' | 'title' | 'frames'>,
  index: number,
): Entry {
  const [type = 'Error', value = ''] = title.split(': ');
  return {
    type: 'exception',
    data: {
      values: [
        {
          type,
          value: `${value} (${index})`,
          mechanism: {
            type: 'generic',
            handled: index % 2 === 0,
            ...(platform === 'native'
              ? {
                  meta: {
                    signal: { number: 11, code: 1, name: 'SIGSEGV', code_name: 'SEGV_MAPERR' },
                    mach_exception: { exception: 1, code: 1, subcode: 16, name: 'EXC_BAD_ACCESS' },
                  },
                }
              : {}),
          },
          threadId: platform === 'native' ? 0 : null,
          module: null,
          stacktrace: stacktrace(platform, index, frames),
          rawStacktrace: null,
        },
      ],
      hasSystemFrames: true,
      excOmitted: null,
    },
  };
}

export function stacktrace(platform: Platform, index: number, frames = STACKS[platform].frames) {
  return {
    frames: frames.map((words, depth) => frame(platform, words, depth, index)),
    framesOmitted: null,
    registers: platform === 'native' ? { rax: '0x10', rip: '0x100004a2c' } : null,
    hasSystemFrames: true,
  };
}

function frame(platform: Platform, words: FrameWords, depth: number, index: number) {
  const lineNo = 10 + depth * 30 + (index % 5);
  const isNative = platform === 'native';
  return {
    filename: words.filename,
    absPath: `/srv/app/${words.filename}`,
    module: words.module,
    package: words.package ?? null,
    platform: null,
    instructionAddr: isNative ? `0x100004a${depth}c` : null,
    symbolAddr: isNative ? `0x100004a${depth}0` : null,
    function: words.function,
    rawFunction: null,
    symbol: isNative ? `_${words.function}` : null,
    context: words.source.map((line, row) => [lineNo - 1 + row, line]),
    lineNo,
    colNo: platform === 'javascript' ? 12 : null,
    inApp: isInApp(words.filename, depth),
    trust: isNative ? 'cfi' : null,
    errors: null,
    lock: null,
    sourceLink: null,
    vars: platform === 'python' ? { row: { value: '12.00' }, order_id: String(index) } : null,
  };
}

export function threads(index: number): Entry {
  return {
    type: 'threads',
    data: {
      values: [
        {
          id: 0,
          current: true,
          crashed: true,
          name: 'main',
          state: 'RUNNABLE',
          heldLocks: null,
          stacktrace: stacktrace('native', index),
          rawStacktrace: stacktrace('native', index),
        },
        {
          id: 1,
          current: false,
          crashed: false,
          name: 'worker',
          state: null,
          heldLocks: {
            '0x1': {
              type: 2,
              address: '0x1',
              package_name: 'com.example',
              class_name: 'Lock',
              thread_id: null,
            },
          },
          stacktrace: null,
          rawStacktrace: null,
        },
      ],
    },
  };
}

export function breadcrumbs(index: number): Entry {
  return {
    type: 'breadcrumbs',
    data: {
      values: Array.from({ length: 8 }, (_, step) => ({
        type: step % 2 === 0 ? 'http' : 'default',
        timestamp: new Date(1_592_424_000_000 + step * 1_000).toISOString(),
        level: step === 7 ? 'error' : 'info',
        message: step % 2 === 0 ? null : `Step ${step} of ${index}`,
        category: step % 2 === 0 ? 'xhr' : 'console',
        data:
          step % 2 === 0
            ? { url: `/api/cart/${index}/lines/${step}`, method: 'GET', status_code: 200 }
            : null,
        event_id: step === 7 ? 'b7c1e4d2a5f34c0d9b6a7e8f90a1b2c3' : null,
      })),
    },
  };
}

export function request(index: number): Entry {
  return {
    type: 'request',
    data: {
      method: 'POST',
      url: 'https://shop.example.com/checkout',
      query: index % 3 === 0 ? 'step=2&empty' : [['step', '2'], null],
      fragment: index % 2 === 0 ? 'summary' : null,
      data: index % 2 === 0 ? { lines: [{ sku: `A-${index}`, count: 2 }] } : 'plain text',
      headers: [
        ['Accept', '*/*'],
        ['User-Agent', 'Mozilla/5.0 (X11; Linux x86_64) Firefox/128.0'],
        null,
      ],
      cookies: [['session', '[Filtered]']],
      env: { REMOTE_ADDR: '192.0.2.1' },
      inferredContentType: 'application/json',
      apiTarget: index % 2 === 0 ? 'graphql' : null,
    },
  };
}

export function debugImages(index: number): Entry {
  return {
    type: 'debugmeta',
    data: {
      images: [
        {
          type: 'macho',
          code_file: '/Applications/Scanner',
          code_id: index === 0 ? '31d9ff8c5b1a3f3a9d2b0c1d2e3f4a5b' : null,
          debug_id: '31d9ff8c-5b1a-3f3a-9d2b-0c1d2e3f4a5b',
          debug_file: 'Scanner',
          uuid: index === 0 ? '31d9ff8c-5b1a-3f3a-9d2b-0c1d2e3f4a5b' : null,
          arch: 'arm64',
          image_addr: '0x100000000',
          image_size: 4_295_000_064 + index,
          image_vmaddr: '0x0',
          debug_status: 'found',
          unwind_status: 'unused',
          features: {
            has_sources: true,
            has_debug_info: true,
            has_unwind_info: false,
            has_symbols: true,
          },
          candidates: [],
        },
        null,
      ],
      sdk_info: { sdk_name: 'iOS', version_major: 17, version_minor: 4, version_patchlevel: 1 },
    },
  };
}
