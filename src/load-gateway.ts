import { createRequire } from 'node:module';
import type { Environment } from './config/setting.ts';

/**
 * The gateway, with all the modules it is made of.
 *
 * Node 20 reads the modules of an `import` by way of its thread pool, one wait for each, and those of
 * a `require` at once: on one core that is 100 ms of a start. Later versions read both alike. A
 * `require` passes by the hooks of what is loaded before the gateway, so then it is an `import`.
 */
export async function loadGateway(env: Environment): Promise<typeof import('./gateway.ts')> {
  const canRequire = process.version.startsWith('v20.') && process.features.require_module;
  return canRequire && !hasPreloads(env)
    ? createRequire(import.meta.url)('./gateway.js')
    : import('./gateway.ts');
}

/** Whether Node was told to load something first, such as a tracer, which may register hooks. */
function hasPreloads(env: Environment): boolean {
  const options = [...process.execArgv, env['NODE_OPTIONS'] ?? ''].join(' ');
  return /(^|\s)(-r|--require|--import|--(experimental-)?loader)\b/.test(options);
}
