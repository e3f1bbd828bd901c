/** What Python fails at: Django answers with a page and a 500. */
export class ServerFailure extends Error {}
