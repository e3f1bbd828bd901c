import { readdirSync, readFileSync } from 'node:fs';
import { buildASTSchema, Kind, parse, printSchema, visit } from 'graphql';

/**
 * The schema for clients: the SDL files of a folder as one document, without federation directives, which
 * client compilers do not know.
 *
 * @param {URL} folder
 */
export function clientSchema(folder) {
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith('.graphql'))
    .sort()
    .map((name) => readFileSync(new URL(name, folder), 'utf8'));
  const document = visit(parse(texts.join('\n')), {
    [Kind.SCHEMA_EXTENSION]: () => null,
    [Kind.DIRECTIVE_DEFINITION]: () => null,
    [Kind.DIRECTIVE]: ({ name }) => (STANDARD.has(name.value) ? undefined : null),
  });
  return printSchema(buildASTSchema(document));
}

const STANDARD = new Set(['deprecated', 'specifiedBy']);
