import { GraphQLError, Lexer, type Source, TokenKind } from 'graphql';

/** What graphql-js says when its parser meets one token more than `maxTokens`. */
const TOKEN_LIMIT_MESSAGE = /^Syntax Error: Document contains more that (\d+) tokens/;

/**
 * The refusal of a document with too many tokens, or null for another error. The parser stops at the
 * limit, so only then the tokens are counted, up to the first that is none.
 */
export function toTokenLimitError({ message, source }: GraphQLError): GraphQLError | null {
  const limit = Number(TOKEN_LIMIT_MESSAGE.exec(message)?.[1]);
  if (Number.isNaN(limit)) {
    return null;
  }
  const found = source ? countTokens(source) : limit + 1;
  return new GraphQLError(`The document has ${found} tokens; the limit is ${limit}.`, {
    extensions: { code: 'DOCUMENT_TOO_LONG', limit, found },
  });
}

function countTokens(source: Source): number {
  const lexer = new Lexer(source);
  let count = 0;
  try {
    while (lexer.advance().kind !== TokenKind.EOF) {
      count += 1;
    }
  } catch {
    // A text that is no token ends the count.
  }
  return count;
}
