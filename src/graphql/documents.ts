import type { GraphQLRequest } from '@apollo/server';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  NoFragmentCyclesRule,
  validate,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { StartSteps } from '../operation-steps.ts';
import { findRefusal, type Limits } from './limits/rule.ts';
import { measureSource, SOURCE_RULES, type SourceSize } from './limits/source-size.ts';
import { measureVariables, VARIABLES_RULES } from './limits/variables.ts';

/** Maximum memory for parsed documents. */
const MAX_BYTES = 32 * 1_024 * 1_024;
/** A token and its AST node, measured with Node 20. */
const BYTES_PER_TOKEN = 500;
/** Characters beyond Latin-1 take two bytes. */
const BYTES_PER_CHARACTER = 2;
/** Key, list node and cached measures. */
const OVERHEAD_BYTES = 1_024;

/** Replaces a document that is refused before parsing. */
const REFUSED: DocumentNode = { kind: Kind.DOCUMENT, definitions: [] };

/**
 * Caches parsed and validated documents, and refuses a request before parsing if its text or its variables
 * exceed the limits.
 *
 * It replaces Apollo Server's own cache, which counts neither a document's text nor its comments. A plugin
 * can refuse a request only after Apollo has resolved the operation, so a refused request continues with
 * an empty document until then.
 */
export function cacheDocuments(limits: Limits): StartSteps {
  const documents = new LRUCache<string, DocumentNode>({
    maxSize: MAX_BYTES,
    sizeCalculation: bytesOf,
  });
  return ({ request: { extensions } }) => {
    replaceOddHash(extensions?.['persistedQuery']);
    let refusal: GraphQLError | null = null;
    return {
      didResolveSource(context) {
        const { source, queryHash, request } = context;
        const cached = documents.get(queryHash);
        refusal =
          findRefusal(SOURCE_RULES, sizeOf(cached ? '' : source, request, limits), limits) ??
          findRefusal(
            VARIABLES_RULES,
            measureVariables(request.variables, limits.maxNesting),
            limits,
          );
        const document = refusal ? REFUSED : cached;
        if (document) {
          Object.assign(context, { document });
        }
      },
      willValidate(context) {
        refusal = findCycle(context.schema, context.document);
        if (refusal) {
          Object.assign(context, { document: REFUSED });
        }
      },
      didValidate({ queryHash, document }) {
        if (!refusal) {
          documents.set(queryHash, document);
        }
      },
      didResolveOperation() {
        if (refusal) {
          throw refusal;
        }
      },
    };
  };
}

/** Fewer fragments than these are too few for a cycle to exceed the call stack. */
const MANY_DEFINITIONS = 100;

/** graphql-js looks for cycles side by side with a rule that compares fragments, and is recursive. */
function findCycle(schema: GraphQLSchema, document: DocumentNode): GraphQLError | null {
  if (document.definitions.length < MANY_DEFINITIONS) {
    return null;
  }
  const [cycle] = validate(schema, document, [NoFragmentCyclesRule], { maxErrors: 1 });
  return cycle
    ? new GraphQLError(cycle.message, {
        nodes: cycle.nodes ?? null,
        extensions: { code: 'GRAPHQL_VALIDATION_FAILED', http: { status: 400 } },
      })
    : null;
}

/** Apollo Server joins the hash with a prefix, which an object such as `{"toString": 1}` makes fail. */
function replaceOddHash(persistedQuery: { sha256Hash?: unknown } | null | undefined): void {
  if (persistedQuery instanceof Object && typeof persistedQuery.sha256Hash !== 'string') {
    persistedQuery.sha256Hash = '';
  }
}

function sizeOf(
  source: string,
  { operationName = '' }: GraphQLRequest,
  limits: Limits,
): SourceSize {
  const size = measureSource(source, limits.maxDocumentLength);
  return { ...size, longestName: Math.max(size.longestName, operationName.length) };
}

function bytesOf({ loc }: DocumentNode): number {
  let tokens = 0;
  for (let token = loc?.startToken ?? null; token; token = token.next) {
    tokens += 1;
  }
  return (
    OVERHEAD_BYTES + tokens * BYTES_PER_TOKEN + (loc?.source.body.length ?? 0) * BYTES_PER_CHARACTER
  );
}
