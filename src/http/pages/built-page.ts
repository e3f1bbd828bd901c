import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { refusal } from '../refusal.ts';

/** Output of `pages/build.mjs`; the relative path is the same from `src/` and `dist/`. */
const PAGES_FOLDER = new URL('../../../dist/pages/', import.meta.url);

/** A built page: `index.html`, and `assets/` with a content hash in each file name. */
interface BuiltPage {
  /** Folder in `dist/pages/`. */
  readonly name: string;
  /** URL path, such as `/graphiql`; the `base` of its build is the same with a trailing slash. */
  readonly path: string;
  /** JSON in `<script id="settings">`; must not contain secrets. */
  readonly settings: unknown;
  /** Additions to the policy that allows only the page's own files. */
  readonly policy?: ContentSecurityPolicy;
}

/** Serves the page at its path and every path below, for client-side routing. */
export function serveBuiltPage(fastify: FastifyInstance, page: BuiltPage): void {
  const { name, path, policy = {} } = page;
  const folder = fileURLToPath(new URL(`${name}/`, PAGES_FOLDER));
  if (!existsSync(folder)) {
    fastify.get(path, (_request, reply) =>
      reply.code(404).send(refusal('NOT_FOUND', `${path} is not built. Run: npm run build`)),
    );
    return;
  }
  const html = withSettings(readFileSync(`${folder}/index.html`, 'utf8'), page.settings);
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policyText(policy),
    // File names of assets change with each build.
    'cache-control': 'no-cache',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  };

  fastify.register(async (scope) => {
    scope.get<{ Params: { '*': string } }>(`${path}/assets/*`, async (request, reply) => {
      // Imported on first use, which shortens startup.
      const { default: sendFile } = await import('@fastify/send');
      const sent = await sendFile(request.raw, request.params['*'], {
        root: `${folder}/assets`,
        index: false,
        immutable: true,
        maxAge: '1y',
      });
      // @fastify/send would redirect a folder.
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

/** A JSON block is not executed, so the Content-Security-Policy need not allow inline scripts. */
function withSettings(html: string, settings: unknown): string {
  const json = JSON.stringify(settings).replaceAll('<', '\\u003c');
  // A function, because `$&` in a replacement string would be expanded.
  return html.replace(
    /(<script type="application\/json" id="settings">)[^<]*/,
    (_all, tag) => tag + json,
  );
}

/** Sources by directive; each replaces the default of its directive. */
type ContentSecurityPolicy = Readonly<Record<string, readonly string[]>>;

const OWN_FILES_ONLY: ContentSecurityPolicy = {
  'default-src': ["'self'"],
  'script-src': ["'self'"],
  // The editor uses `style` attributes, which a nonce cannot allow.
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'", 'data:'],
  'connect-src': ["'self'"],
  'worker-src': ["'self'"],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
};

/** The header: a page may load only from this gateway, except for `policy`. */
function policyText(policy: ContentSecurityPolicy): string {
  return Object.entries({ ...OWN_FILES_ONLY, ...policy })
    .map(([directive, sources]) => `${directive} ${sources.join(' ')}`)
    .join('; ');
}

/** For a page with its policy in a `<meta>` element, where `frame-ancestors` has no effect. */
export const NOT_IN_FRAMES = "frame-ancestors 'none'";
