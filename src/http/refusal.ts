/** What is wrong with a request that is no GraphQL operation, in the form GraphQL clients read. */
export function refusal(
  code: string,
  message: string,
  more: Readonly<Record<string, number>> = {},
) {
  return { errors: [{ message, extensions: { code, ...more } }] };
}
