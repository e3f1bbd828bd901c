import type { Body } from '../event-parts.ts';

interface Entry {
  readonly type: string;
  readonly data: Body;
}

/** The kinds that GlitchTip stores, in order; it drops the others. */
const CONVERSIONS: Readonly<Record<string, (data: Body) => Body>> = {
  exception: ({ values, hasSystemFrames }) => ({
    values: (values as readonly Body[]).map(exceptionValue),
    hasSystemFrames,
  }),
  breadcrumbs: ({ values }) => ({
    values: (values as readonly Body[]).map((crumb) => ({ ...crumb, event_id: null })),
  }),
  message: (data) => data,
  request: (data) => ({
    apiTarget: null,
    bodySize: null,
    cookies: cookiesOf(data['cookies']),
    data: data['data'] ?? null,
    env: data['env'] ?? null,
    fragment: data['fragment'] ?? null,
    method: data['method'] ?? null,
    protocol: null,
    url: data['url'] ?? null,
    headers: pairs(data['headers']),
    query: pairs(data['query']),
    inferredContentType: data['inferredContentType'] ?? null,
  }),
  csp: ({ document_uri, blocked_uri, effective_directive }) => ({
    blocked_uri,
    disposition: 'report',
    line_number: null,
    status_code: 200,
    document_uri,
    column_number: null,
    script_sample: '',
    original_policy: "script-src 'self'",
    effective_directive,
  }),
};

/** Sentry's entries in the form of GlitchTip. */
export function entriesOf(entries: readonly Entry[]): readonly Entry[] {
  return Object.entries(CONVERSIONS).flatMap(([type, convert]) =>
    entries
      .filter((entry) => entry.type === type)
      .map((entry) => ({ type, data: convert(entry.data) })),
  );
}

function exceptionValue(value: Body): Body {
  const { threadId, stacktrace, rawStacktrace, type, mechanism, module } = value;
  return kept({
    type,
    value: value['value'],
    module,
    mechanism: mechanismOf(mechanism as Body | null),
    thread_id: threadId === null || threadId === undefined ? null : String(threadId),
    stacktrace: stacktrace && frames(stacktrace as Body, frame),
    raw_stacktrace: rawStacktrace && frames(rawStacktrace as Body, rawFrame),
  });
}

function mechanismOf(mechanism: Body | null): Body | null {
  return mechanism && kept({ ...mechanism, exception_id: null });
}

function frames(stacktrace: Body, convert: (frame: Body) => Body): Body {
  const all = stacktrace['frames'] as readonly Body[];
  return kept({ frames: all.map(convert), registers: stacktrace['registers'] });
}

/**
 * Keys stay in snake case except for those that GlitchTip adds: `inApp`, `absPath`, `colNo`, `lineNo`,
 * `context`.
 */
function frame(frame: Body): Body {
  const { lineNo, context } = frame;
  return {
    ...kept({
      lock: frame['lock'],
      vars: frame['vars'],
      module: frame['module'],
      symbol: frame['symbol'],
      package: frame['package'],
      filename: frame['filename'],
      function: frame['function'],
      platform: frame['platform'],
      addr_mode: frame['addrMode'],
      source_link: frame['sourceLink'],
      symbol_addr: frame['symbolAddr'],
      context_line: lineAt(frame),
      raw_function: frame['rawFunction'],
      instruction_addr: frame['instructionAddr'],
    }),
    ...kept({ inApp: frame['inApp'], absPath: frame['absPath'], colNo: frame['colNo'], lineNo }),
    ...(lineNo === null || lineNo === undefined ? {} : { context }),
  };
}

/** As the SDK sent it. */
function rawFrame(frame: Body): Body {
  const context = frame['context'] as readonly (readonly [number, string])[];
  const before = context.filter(([lineNo]) => lineNo < Number(frame['lineNo']));
  return kept({
    pre_context: before.map(([, line]) => line),
    colno: frame['colNo'],
    in_app: frame['inApp'],
    lineno: frame['lineNo'],
    abs_path: frame['absPath'],
    filename: frame['filename'],
    function: frame['function'] ?? '?',
    context_line: lineAt(frame),
  });
}

function lineAt({ context, lineNo }: Body): unknown {
  return (context as readonly (readonly unknown[])[]).find(([number]) => number === lineNo)?.[1];
}

/** Only keys with a value: Django omits None there. */
function kept(body: Body): Body {
  return Object.fromEntries(
    Object.entries(body).filter(([, value]) => value !== null && value !== undefined),
  );
}

function cookiesOf(cookies: unknown): unknown {
  return Array.isArray(cookies)
    ? Object.fromEntries(cookies.filter((pair) => pair !== null))
    : (cookies ?? null);
}

function pairs(list: unknown): unknown {
  if (typeof list === 'string') {
    return [...new URLSearchParams(list)];
  }
  return Array.isArray(list) ? list.filter((pair) => pair !== null) : null;
}
