/** An uncaught exception: Django answers with a page and a 500. */
export class ServerFailure extends Error {}
