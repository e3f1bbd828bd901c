import { readdirSync, readFileSync } from 'node:fs';

const SCHEMA_FOLDER = new URL('../../schema/', import.meta.url);

/** The SDL: one text for each file in `schema/`, which stands beside both `src/` and `dist/`. */
export function readTypeDefs(): readonly string[] {
  return readdirSync(SCHEMA_FOLDER)
    .filter((name) => name.endsWith('.graphql'))
    .sort()
    .map((name) => readFileSync(new URL(name, SCHEMA_FOLDER), 'utf8'));
}
