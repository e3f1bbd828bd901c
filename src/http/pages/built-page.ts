import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { refusal } from '../refusal.ts';
import { type ContentSecurityPolicy, policyText } from './content-security-policy.ts';

/** Where `pages/build.mjs` puts the pages; the same from `src/` and from `dist/`. */
const PAGES_FOLDER = new URL('../../../dist/pages/', import.meta.url);

/** A page that was built ahead: an `index.html`, and an `assets/` folder whose names carry hashes. */
export interface BuiltPage {
  /** Its folder in `dist/pages/`. */
  readonly name: string;
  /** Where it is served, such as `/graphiql`; the `base` of its build is that with a slash. */
  readonly path: string;
  /** What it finds as JSON in `<script id="settings">`; anybody may read it. */
  readonly settings: unknown;
  /** What the page may load besides its own files. */
  readonly policy?: ContentSecurityPolicy;
}

/** Serves the page at its path and at every path below, so that it can route by itself. */
export function serveBuiltPage(fastify: FastifyInstance, page: BuiltPage): void {
  const { name, path, policy = {} } = page;
  const folder = fileURLToPath(new URL(`${name}/`, PAGES_FOLDER));
  if (!existsSync(folder)) {
    fastify.get(path, (_request, reply) =>
      reply.code(404).send(refusal('NOT_FOUND', `${path} is not built: npm run build does it.`)),
    );
    return;
  }
  const html = withSettings(readFileSync(`${folder}/index.html`, 'utf8'), page.settings);
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policyText(policy),
    // The names of its assets change with each build.
    'cache-control': 'no-cache',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  };

  fastify.register(async (scope) => {
    scope.get<{ Params: { '*': string } }>(`${path}/assets/*`, async (request, reply) => {
      // Loaded with the first page, so that a start need not wait for it.
      const { default: sendFile } = await import('@fastify/send');
      const sent = await sendFile(request.raw, request.params['*'], {
        root: `${folder}/assets`,
        index: false,
        immutable: true,
        maxAge: '1y',
      });
      // A folder is nothing, and would be a redirect.
      return sent.type === 'file' || sent.statusCode === 416
        ? reply
            .code(sent.statusCode)
            .headers({ ...sent.headers, 'x-content-type-options': 'nosniff' })
            .send(sent.stream)
        : reply.callNotFound();
    });
    for (const url of [path, `${path}/*`]) {
      scope.get(url, (_request, reply) => reply.headers(headers).send(html));
    }
  });
}

/** The settings in a block that the browser does not execute, so that the policy need not allow it. */
function withSettings(html: string, settings: unknown): string {
  const json = JSON.stringify(settings).replaceAll('<', '\\u003c');
  // As a function, because a text would have its `$&` replaced.
  return html.replace(
    /(<script type="application\/json" id="settings">)[^<]*/,
    (_all, tag) => tag + json,
  );
}
