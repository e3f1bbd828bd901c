// Checks what the product brings along: licences, a bill of materials, and known weaknesses where the
// registry can be asked for them.
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';

const run = promisify(execFile);
const npm = async (...words) => {
  const { stdout } = await run('npm', words, { maxBuffer: 64 * 1024 * 1024 }).catch(
    (error) => error,
  );
  return JSON.parse(stdout);
};

const PERMISSIVE =
  /^\(?(MIT|ISC|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0|0BSD)( AND BSD-3-Clause)?\)?$/;
/** Looked at one by one: Elastic-2.0 forbids to offer that package itself as a service. */
const LOOKED_AT = { 'node_modules/@apollo/federation-internals': 'Elastic-2.0' };

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const shipped = Object.entries(packages).filter(([path, { dev }]) => path !== '' && !dev);
const odd = shipped.filter(
  ([path, { license = '' }]) => !PERMISSIVE.test(license) && LOOKED_AT[path] !== license,
);
if (odd.length > 0) {
  throw new Error(`Licences to look at: ${odd.map(([p, { license }]) => `${p} (${license})`)}`);
}
const withScripts = shipped.filter(([, { hasInstallScript }]) => hasInstallScript);
console.log(
  `${shipped.length} packages with licences that fit; install scripts, none of them needed: ${withScripts.map(([path]) => path.replace('node_modules/', '')).join(', ') || 'none'}.`,
);

const { bomFormat, components } = await npm('sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev');
if (bomFormat !== 'CycloneDX' || components.length < 10) {
  throw new Error('The bill of materials is not one.');
}
console.log(`Bill of materials: ${components.length} components (npm run sbom writes it).`);

const { metadata } = await npm('audit', '--omit', 'dev', '--json');
if (metadata) {
  const { total } = metadata.vulnerabilities;
  if (total > 0) {
    throw new Error(`npm audit knows of ${total} weaknesses in the product's dependencies.`);
  }
  console.log('npm audit knows of no weakness.');
} else {
  console.log('NOT CHECKED for known weaknesses: this registry does not answer npm audit.');
}
