/*
 * Which part of the work a function belongs to. The first row that fits decides; it is matched with
 * "function file", the file as of its package or of `dist/`. What fits none is shown as unclassified.
 */
const OPERATION = [
  ['garbage collection', /^\(garbage collector\)/],
  ['engine, no JavaScript', /^\(program\)/],
  ['HTTP out (undici, net)', /^toSearch dist\/sentry\/transport/],
  ['reading the upstream body', / dist\/sentry\/(transport|json-body|body)\b/],
  ['reading the upstream body', / undici\/lib\/api\/readable|^readPage bench\/contenders\//],
  [
    'writing the answer',
    /^runHttpQuery @apollo\/server|^toBytes dist\/http|^writePage bench\/contenders\//,
  ],
  [
    'writing the answer',
    /stringif|^write\w* dist\/(execution|http)\/|serializ\w* dist\/execution\//i,
  ],
  ['HTTP in (fastify, node:http)', / (@as-integrations\/|@?fastify|find-my-way|secure-json-parse)/],
  ['HTTP in (fastify, node:http)', / (dist\/http\/|node:_http_|toad-cache|hookified|bench\/)/],
  ['HTTP out (undici, net)', / (undici\/|wasm:|dist\/network\/)/],
  ['Apollo Server and graphql', / (@apollo\/|graphql\/|@graphql-tools\/)/],
  ['Apollo Server and graphql', / (negotiator|whatwg-mimetype|content-type)\//],
  ['compiled operation and projection', / (graphql-jit\/|generated|dist\/execution\/)/],
  ['resolvers and connections', / dist\/(resolvers|relay)\//],
  ['operation guard', / dist\/guard\//],
  ['loaders', / (dist\/loaders\/|dataloader\/)/],
  ['what is remembered', / (dist\/cache\/|lru-cache\/)/],
  ['Sentry client and its layers', / dist\/(sentry\/|upstream\.)/],
  [
    'observability',
    / (dist\/observability\/|prom-client\/|@opentelemetry\/|pino|tdigest|sonic-boom)/,
  ],
  ['admission and context', / dist\/(access\/|context\.|gateway\.|errors\.)/],
  ["Node's event loop and streams", / node:|^(runMicrotasks|\(root\))/],
];

export const UNCLASSIFIED = 'unclassified';

/** All parts of an operation, in the order of the table. */
export const PARTS = [...new Set([...OPERATION.map(([part]) => part), UNCLASSIFIED])];

/** A part of answering an operation. `through` is what it called of Node itself, to where the time went. */
export function partOfOperation({ name, file }, through) {
  if (through.some((each) => each.file.startsWith('node:_http_'))) {
    return 'HTTP in (fastify, node:http)';
  }
  const place = `${name} ${file}`;
  return OPERATION.find(([, pattern]) => pattern.test(place))?.[0] ?? UNCLASSIFIED;
}

const COMPILERS =
  /^(compileSourceTextModule|wrapSafe|compileFunctionForCJSLoader|compileForInternalLoader)$/;
const LOADERS = /^node:internal\/(modules|fs\/promises|url)/;

/** A part of the start: the loader of modules, or the package (of ours, the folder) that was run. */
export function partOfStart({ name, file }, through) {
  if (through.some((each) => COMPILERS.test(each.name)) || COMPILERS.test(name)) {
    return 'compiling modules';
  }
  if ([file, ...through.map((each) => each.file)].some((each) => LOADERS.test(each))) {
    return 'finding and reading modules';
  }
  if (name === '(garbage collector)') {
    return 'garbage collection';
  }
  if (name === '(program)') {
    return 'engine, no JavaScript';
  }
  if (file.startsWith('node:') || file === '') {
    return 'Node itself';
  }
  return /^(dist\/[^/]+|@[^/]+\/[^/]+|[^/]+)/.exec(file)?.[0] ?? UNCLASSIFIED;
}
