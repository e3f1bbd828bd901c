/** The response to a request that is not a GraphQL operation, in the form that GraphQL clients read. */
export function refusal(
  code: string,
  message: string,
  more: Readonly<Record<string, number>> = {},
) {
  return { errors: [{ message, extensions: { code, ...more } }] };
}
