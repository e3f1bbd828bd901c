/*
 * Reads profiles of V8's sampling profiler: which part of the work, and which function, had the time.
 * What native code and Node's own files take is counted to the function that called them: `writev`
 * says little, whose answer it wrote says all.
 */

/** Frames of less than this share of the busy time are not drawn. */
const NARROWEST = 0.003;

/** @param partOf the part of a function, given it and the frames of Node itself that it called. */
export function readProfiles(profiles, partOf) {
  const stacks = profiles.flatMap(stacksOf);
  const total = stacks.reduce((sum, { time }) => sum + time, 0);
  const parts = new Map();
  const functions = new Map();
  const root = { time: total, children: new Map() };
  for (const { frames, time } of stacks) {
    const { owner, part } = ownerOf(frames, partOf);
    add(parts, part, { part }, time);
    const place = nameOf(owner);
    add(functions, place, { place, part }, time);
    let flame = root;
    frames.forEach((frame, index) => {
      const name = nameOf(frame);
      const { part: of } = ownerOf(frames.slice(0, index + 1), partOf);
      flame = add(flame.children, `${name} ${of}`, { name, part: of, children: new Map() }, time);
    });
  }
  const byShare = (map) =>
    [...map.values()]
      .sort((one, other) => other.time - one.time)
      .map(({ time, ...rest }) => ({ ...rest, share: time / total }));
  const drawn = ({ children }) =>
    byShare(children)
      .filter(({ share }) => share >= NARROWEST)
      .map((flame) => ({ ...flame, children: drawn(flame) }));
  return {
    busyMs: total / 1_000 / profiles.length,
    parts: byShare(parts),
    functions: byShare(functions).slice(0, 25),
    flames: drawn(root),
  };
}

function add(map, key, item, time) {
  const known = map.get(key) ?? { ...item, time: 0 };
  known.time += time;
  map.set(key, known);
  return known;
}

/** Each sampled call stack, outermost first, with the microseconds it was on the processor. */
function stacksOf({ nodes, samples, timeDeltas }) {
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((c) => [c, id])));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const times = new Map();
  samples.forEach((id, index) => {
    times.set(id, (times.get(id) ?? 0) + timeDeltas[index]);
  });
  return [...times]
    .map(([id, time]) => {
      const frames = [];
      for (let at = id; at !== undefined; at = parents.get(at)) {
        frames.unshift(frameOf(byId.get(at).callFrame));
      }
      return { frames: frames.slice(1), time };
    })
    .filter(
      ({ frames }) =>
        frames.length > 0 &&
        frames[0].name !== '(idle)' &&
        // The profiler's own start.
        !frames.some(({ file }) => file === 'bench/measured.mjs'),
    );
}

function frameOf({ functionName, url, lineNumber, scriptId }) {
  // Code that was made by `new Function` has no file, but is a script; native code is none.
  const file = url === '' && scriptId !== '0' ? 'generated' : shortened(url);
  return { name: functionName || '(anonymous)', file, line: lineNumber + 1 };
}

const shortened = (url) =>
  /^.*\/node_modules\/(.*)$/.exec(url)?.[1] ?? url.replace(/^.*\/(dist|bench)\//, '$1/');

const isNodes = ({ file }) => file === '' || file.startsWith('node:');

/** The innermost function that is neither native nor Node's own; of these alone, the innermost with a file. */
function ownerOf(frames, partOf) {
  const index = frames.findLastIndex((frame) => !isNodes(frame));
  const owner = frames[index] ?? frames.findLast(({ file }) => file !== '') ?? frames.at(-1);
  return { owner, part: partOf(owner, frames.slice(index + 1)) };
}

function nameOf({ name, file, line }) {
  return file === '' ? name : `${name} (${file}:${line})`;
}
