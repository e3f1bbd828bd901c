import {
  BREAK,
  type DirectiveNode,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  visit,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { isIncluded } from '../../selection.ts';
import { measureDocument } from '../limits/measure-document.ts';
import { findJsonTypes, selectJsonTypes } from './json-types.ts';
import { createProjectedSchema } from './projected-schema.ts';

export interface Plan {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  /** The plan with which a query is executed again if a projection fails. */
  readonly otherwise?: () => Plan;
}

interface PlannedRequest {
  /** Hash of the document's text. */
  readonly queryHash: string;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

/** Undefined for an operation that is executed without a plan. */
export type Planner = (
  request: PlannedRequest,
  variables: Readonly<Record<string, unknown>>,
) => Plan | undefined;

/** Operations with more fields and fragments are not planned, because each takes time to compile. */
const MAX_SELECTIONS = 1_000;
/** Maximum fields and fragments of all plans together; the least recently used plan is evicted. */
const MAX_KEPT_SELECTIONS = 20_000;
/** This many characters of a document count as one more, because a plan keeps the text in memory. */
const CHARACTERS_PER_SELECTION = 100;

/**
 * Plans operations so that selections that only read upstream JSON are projected by one generated function each. Each outcome
 * of `@skip` and `@include` has a plan of its own.
 */
export function createPlanner(schema: GraphQLSchema): Planner {
  const jsonTypes = findJsonTypes(schema);
  const schemas = new Map<string, GraphQLSchema>();
  const plans = new LRUCache<string, Plan>({ maxSize: MAX_KEPT_SELECTIONS });

  function schemaFor(projected: ReadonlySet<string>): GraphQLSchema {
    const key = [...jsonTypes.mixed].filter((name) => projected.has(name)).join();
    let found = schemas.get(key);
    if (!found) {
      found = createProjectedSchema(schema, projected);
      schemas.set(key, found);
    }
    return found;
  }

  /** @param replaceBy - Keeps another plan for the same operation: its first one failed. */
  function planOf(
    document: DocumentNode,
    { operation }: OperationDefinitionNode,
    replaceBy: (plan: Plan) => void,
  ): Plan {
    const fieldByField = { schema, document };
    if (hasIntrospection(document)) {
      return fieldByField;
    }
    const { read, oftenRead } = selectJsonTypes(schema, jsonTypes, document);
    const projected = { schema: schemaFor(read), document };
    // A mutation cannot be executed again.
    if (operation !== 'query') {
      return projected;
    }
    const withFallback = { ...projected, otherwise: () => fieldByField };
    if (oftenRead.size === read.size) {
      return withFallback;
    }
    const otherwise = () => {
      replaceBy(withFallback);
      return withFallback;
    };
    return { schema: schemaFor(oftenRead), document, otherwise };
  }

  return ({ queryHash, document, operation }, variables) => {
    const { selections } = measureDocument(schema, document, operation);
    const conditions = (conditionsOf(document) ?? []).map((name) => variables[name]);
    // A condition that is null is an error at its field, which graphql-js reports.
    if (selections > MAX_SELECTIONS || conditions.some((value) => typeof value !== 'boolean')) {
      return undefined;
    }
    const key = `${queryHash} ${operation.name?.value ?? ''} ${conditions.map(Number).join('')}`;
    let found = plans.get(key);
    if (!found) {
      const left = applyConditions(document, variables);
      const size = selections + sizeOfText(document);
      found = planOf(left, operation, (plan) => plans.set(key, plan, { size }));
      plans.set(key, found, { size });
    }
    return found;
  };
}

function sizeOfText({ loc }: DocumentNode): number {
  return 1 + Math.ceil((loc?.source.body.length ?? 0) / CHARACTERS_PER_SELECTION);
}

/** Introspection of a projected schema would not return the schema of callers. */
function hasIntrospection(document: DocumentNode): boolean {
  let isFound = false;
  visit(document, {
    Field({ name: { value } }) {
      isFound ||= value === '__schema' || value === '__type';
      return isFound ? BREAK : undefined;
    },
  });
  return isFound;
}

type Variables = Readonly<Record<string, unknown>>;

/** The variables on which `@skip` and `@include` depend; null in a document without them. */
function conditionsOf(document: DocumentNode): readonly string[] | null {
  let known = conditions.get(document);
  if (known === undefined) {
    known = findConditions(document);
    conditions.set(document, known);
  }
  return known;
}

const conditions = new WeakMap<DocumentNode, readonly string[] | null>();

function findConditions(document: DocumentNode): readonly string[] | null {
  const names = new Set<string>();
  let isConditional = false;
  visit(document, {
    Directive(directive: DirectiveNode) {
      if (directive.name.value === 'skip' || directive.name.value === 'include') {
        isConditional = true;
        visit(directive, {
          Variable({ name }) {
            names.add(name.value);
            return BREAK;
          },
        });
      }
    },
  });
  return isConditional ? [...names] : null;
}

/** The document without the selections that `@skip` and `@include` exclude with these variables. */
function applyConditions(document: DocumentNode, variables: Variables): DocumentNode {
  if (conditionsOf(document) === null) {
    return document;
  }
  const apply = (node: SelectionNode) => {
    if (!node.directives?.length) {
      return undefined;
    }
    return isIncluded(node, variables) ? { ...node, directives: [] } : null;
  };
  return visit(document, { Field: apply, InlineFragment: apply, FragmentSpread: apply });
}
