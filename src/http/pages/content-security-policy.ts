/** Sources by directive; each replaces the default of its directive. */
export type ContentSecurityPolicy = Readonly<Record<string, readonly string[]>>;

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
export function policyText(policy: ContentSecurityPolicy): string {
  return Object.entries({ ...OWN_FILES_ONLY, ...policy })
    .map(([directive, sources]) => `${directive} ${sources.join(' ')}`)
    .join('; ');
}

/** For a page with its policy in a `<meta>` element, where `frame-ancestors` has no effect. */
export const NOT_IN_FRAMES = "frame-ancestors 'none'";
