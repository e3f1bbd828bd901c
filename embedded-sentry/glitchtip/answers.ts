import { type Answer, Refusal } from '../answer.ts';

const HTML = { 'content-type': 'text/html; charset=utf-8' };

export const notFound = () => new Refusal(404, 'Not Found');

const page = (title: string) =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`;

/** Django's page for an uncaught exception. */
export const serverError: Answer = {
  status: 500,
  body: page('Server Error (500)'),
  headers: HTML,
};

export const notFoundPage: Answer = { status: 404, body: page('Not Found'), headers: HTML };

/** The page of the web application, which is returned for its paths. */
export const webApplication: Answer = {
  status: 200,
  body: '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>GlitchTip</title></head><body><app-root></app-root></body></html>',
  headers: HTML,
};

export const methodNotAllowed = (verbs: readonly string[]): Answer => ({
  status: 405,
  body: 'Method not allowed',
  headers: { ...HTML, allow: verbs.join(', ') },
});

/** The response of its rate limiter by its source; not observed. */
export const throttled: Answer = {
  status: 429,
  body: '{"message": "Please retry later"}',
  headers: { 'content-type': 'application/json; charset=utf-8', 'retry-after': '1' },
};
