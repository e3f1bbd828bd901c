/** What is wrong with a request that is no GraphQL operation, in the form GraphQL clients read. */
export function refusal(code: string, message: string) {
  return { errors: [{ message, extensions: { code } }] };
}
