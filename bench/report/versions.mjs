/* The machine, and the versions of the measured packages. */
import { readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';

const OURS = ['@apollo/server', 'graphql', 'undici', 'fastify'];
const THEIRS = [
  '@apollo/server',
  '@apollo/datasource-rest',
  '@omnigraph/openapi',
  'graphql-yoga',
  'graphql',
  'undici',
];

export function machine({ isPinned }) {
  const [{ model }] = cpus();
  const pinned = isPinned
    ? 'upstream and callers on one core, the contender on another'
    : 'not pinned: no `taskset` here';
  return `${model.trim()}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}; ${pinned}.`;
}

/** Packages and versions; those of the gateway are marked with its letter. */
export function versions(commit) {
  const version = (name, from) =>
    JSON.parse(readFileSync(new URL(`${from}/${name}/package.json`, import.meta.url), 'utf8'))
      .version;
  return [
    ['this gateway', commit],
    ...OURS.map((name) => [`${name} (e)`, version(name, '../../node_modules')]),
    ...THEIRS.map((name) => [name, version(name, '../node_modules')]),
  ];
}
