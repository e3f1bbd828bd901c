/** What a page may load, by directive; each list takes the place of the default one. */
export type ContentSecurityPolicy = Readonly<Record<string, readonly string[]>>;

const OWN_FILES_ONLY: ContentSecurityPolicy = {
  'default-src': ["'self'"],
  'script-src': ["'self'"],
  // Editors and charts place their parts by `style` attributes, which no nonce can allow.
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

/** The header's text: a page loads from this gateway alone, except for what `policy` says. */
export function policyText(policy: ContentSecurityPolicy): string {
  return Object.entries({ ...OWN_FILES_ONLY, ...policy })
    .map(([directive, sources]) => `${directive} ${sources.join(' ')}`)
    .join('; ');
}

/** Of a page whose policy is in the page itself, where `frame-ancestors` has no effect. */
export const NOT_IN_FRAMES = "frame-ancestors 'none'";
