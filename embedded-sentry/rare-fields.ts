/** An exception with what few SDKs send: a chain, a frame of minified code, raw and mapped. */
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

/** What few events have beside their entries. */
export const RARE_EVENT_FIELDS = {
  dist: '42',
  crashFile: {
    id: '5512',
    name: 'upload_file_minidump',
    mimetype: 'application/x-dmp',
    size: 9_400,
  },
};
