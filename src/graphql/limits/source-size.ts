import { Lexer, Source, TokenKind } from 'graphql';
import type { Rule } from './rule.ts';

/** Measured before parsing. */
export interface SourceSize {
  /** In characters. */
  readonly length: number;
  /** To name the place of an error, graphql-js reads all lines before it, for each error again. */
  readonly lines: number;
  /** Without comments, which the length limits. */
  readonly tokens: number;
  /** Nesting depth of braces, brackets and parentheses. */
  readonly nesting: number;
  readonly longestName: number;
}

/** In the order in which they are checked. */
export const SOURCE_RULES: readonly Rule<SourceSize>[] = [
  {
    measure: 'length',
    limit: 'maxDocumentLength',
    code: 'DOCUMENT_TOO_LONG',
    sentence: (found) => `The document has ${found} characters`,
  },
  {
    measure: 'lines',
    limit: 'maxDocumentLines',
    code: 'DOCUMENT_TOO_LONG',
    sentence: (found) => `The document has ${found} lines`,
  },
  {
    measure: 'tokens',
    limit: 'maxTokens',
    code: 'DOCUMENT_TOO_LONG',
    sentence: (found) => `The document has ${found} tokens`,
  },
  {
    measure: 'nesting',
    limit: 'maxNesting',
    code: 'TOO_NESTED',
    sentence: (found) => `The document nests ${found} brackets`,
  },
  {
    measure: 'longestName',
    limit: 'maxNameLength',
    code: 'NAME_TOO_LONG',
    sentence: (found) => `The document has a name or alias of ${found} characters`,
  },
];

const OPENING: ReadonlySet<string> = new Set([
  TokenKind.BRACE_L,
  TokenKind.BRACKET_L,
  TokenKind.PAREN_L,
]);
const CLOSING: ReadonlySet<string> = new Set([
  TokenKind.BRACE_R,
  TokenKind.BRACKET_R,
  TokenKind.PAREN_R,
]);

/** Stops at the first invalid token, which the parser reports. */
export function measureSource(text: string, maxLength: number): SourceSize {
  const size = { length: text.length, lines: 0, tokens: 0, nesting: 0, longestName: 0 };
  if (text.length > maxLength) {
    return size;
  }
  let level = 0;
  const lexer = new Lexer(new Source(text));
  try {
    for (let token = lexer.advance(); token.kind !== TokenKind.EOF; token = lexer.advance()) {
      size.tokens += 1;
      if (token.kind === TokenKind.NAME) {
        size.longestName = Math.max(size.longestName, token.end - token.start);
      } else if (OPENING.has(token.kind)) {
        level += 1;
        size.nesting = Math.max(size.nesting, level);
      } else if (CLOSING.has(token.kind)) {
        level -= 1;
      }
    }
  } catch {
    // The parser reports it.
  }
  return { ...size, lines: lexer.line };
}
