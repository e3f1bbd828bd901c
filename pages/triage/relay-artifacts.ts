import type { Plugin } from 'vite';
import { compileOperations } from './compile-operations.mjs';

/**
 * Runs relay-compiler and replaces each `graphql` template by its artifact. Relay's own plugin does this with
 * Babel, which nothing else here needs.
 */
export function relayArtifacts(): Plugin {
  return {
    name: 'relay-artifacts',
    enforce: 'pre',
    buildStart: compileOperations,
    transform(code, file) {
      if (!code.includes('graphql`') || file.includes('node_modules')) {
        return undefined;
      }
      const names = new Set<string>();
      const body = code.replace(
        /graphql`\s*(?:query|mutation|fragment)\s+(\w+)[^`]*`/g,
        (_text, name: string) => {
          names.add(name);
          return `artifact_${name}`;
        },
      );
      const imports = [...names].map(
        (name) => `import artifact_${name} from '/src/__generated__/${name}.graphql.ts';`,
      );
      return { code: `${imports.join('')}${body}`, map: null };
    },
  };
}
