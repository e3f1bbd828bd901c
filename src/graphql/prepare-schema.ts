/* A step of `npm run build`: writes the files that `loadSchema` in `prepared-schema.ts` reads at startup. */
import { writeFileSync } from 'node:fs';
import { preparedSchemaFile, prepareSchema, writePrepared } from './prepared-schema.ts';
import { createSchema } from './schema.ts';

for (const options of [{ hasNodeQuery: true }, { hasNodeQuery: false }]) {
  writeFileSync(preparedSchemaFile(options), writePrepared(prepareSchema(createSchema(options))));
}
