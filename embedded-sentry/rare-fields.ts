/** An exception with rare properties: a chain, and frames of minified code, raw and mapped. */
export function rareException(stacktrace: { readonly frames: readonly object[] }) {
  const frames = [
    ...stacktrace.frames,
    {
      ...stacktrace.frames.at(-1),
      platform: 'javascript',
      rawFunction: 'e.render',
      errors: [{ type: 'js_no_source', url: 'https://shop.example.com/app.min.js' }],
      lock: { type: 8, address: '0x0ddc0ffe', package_name: 'com.example' },
      sourceLink: 'https://code.example.com/shop/cart-page.tsx#L72',
      addrMode: 'abs',
      map: 'app.min.js.map',
      mapUrl: 'https://shop.example.com/app.min.js.map',
      origFunction: 'r',
      origAbsPath: 'https://shop.example.com/app.min.js',
      origFilename: '/app.min.js',
      origLineNo: 1,
      origColNo: 40_213,
      symbolicatorStatus: 'symbolicated',
      minGroupingLevel: 2,
      parentIndex: 1,
      sampleCount: 12,
    },
  ];
  return {
    type: 'Error',
    value: 'One of each',
    rawType: 'e',
    module: 'shop/cart',
    rawModule: 'm',
    rawValue: 'One of each',
    threadId: 0,
    mechanism: {
      type: 'chained',
      handled: false,
      description: 'The cause of another error',
      help_link: 'https://docs.example.com/chained',
      synthetic: true,
      source: '__cause__',
      is_exception_group: false,
      exception_id: 1,
      parent_id: 0,
      data: { function: 'render' },
      meta: { errno: { number: 104, name: 'ECONNRESET' } },
    },
    stacktrace: { ...stacktrace, frames, framesOmitted: [2, 9] },
    rawStacktrace: stacktrace,
  };
}

/** Rare contexts of events. */
export const RARE_CONTEXTS = {
  client_os: { type: 'os', name: 'Windows', version: '11' },
  replay: { type: 'replay', replay_id: '5f0d6ed2e3a44c2b8a0e4f6a0f3d2c1b' },
  trace: {
    type: 'trace',
    trace_id: 'a0fa8803753e40fd8124b21eeb2986b5',
    span_id: '8c931f4740435fb8',
    op: 'navigation',
    client_sample_rate: 0.25,
    exclusive_time: 12.5,
  },
  unreal: {
    type: 'unreal',
    crash_type: 'Assert',
    crash_guid: 'UECC-Windows-6A1F9C2E4B5D_0000',
    error_message: 'Assertion failed: Cart != nullptr',
    user_description: 'I had just paid.',
    game_name: 'ShopTycoon',
    executable_name: 'ShopTycoon-Win64-Shipping.exe',
    engine_version: '5.4.1-33043543+++UE5+Release-5.4',
    build_version: 'ShopTycoon-1.2.0',
    build_configuration: 'Shipping',
    platform_name: 'Windows',
    seconds_since_start: 182,
    legacy_call_stack: 'ShopTycoon!UCart::Pay()',
  },
};

/** Rare keys of events. */
export const RARE_EVENT_FIELDS = {
  sdk: {
    name: 'sentry.javascript.react',
    version: '9.1.0',
    packages: [{ name: 'npm:@sentry/react', version: '9.1.0' }],
    integrations: ['BrowserTracing', 'Replay'],
    upstream: { name: 'sentry.javascript.react', url: 'https://docs.sentry.io', isNewest: false },
  },
  dist: '42',
  crashFile: {
    id: '5512',
    name: 'upload_file_minidump',
    mimetype: 'application/x-dmp',
    size: 9_400,
  },
};
