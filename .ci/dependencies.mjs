// Checks the product's dependencies: their licences, a bill of materials, and known vulnerabilities if the
// registry supports `npm audit`.
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
/** Reviewed: Elastic-2.0 only forbids offering that package itself as a service. */
const REVIEWED = { 'node_modules/@apollo/federation-internals': 'Elastic-2.0' };

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const shipped = Object.entries(packages).filter(([path, { dev }]) => path !== '' && !dev);
const unreviewed = shipped.filter(
  ([path, { license = '' }]) => !PERMISSIVE.test(license) && REVIEWED[path] !== license,
);
if (unreviewed.length > 0) {
  throw new Error(
    `Licences to review: ${unreviewed.map(([p, { license }]) => `${p} (${license})`)}`,
  );
}
const withScripts = shipped.filter(([, { hasInstallScript }]) => hasInstallScript);
console.log(
  `${shipped.length} packages with accepted licences; install scripts, none of them needed: ${withScripts.map(([path]) => path.replace('node_modules/', '')).join(', ') || 'none'}.`,
);

const { bomFormat, components } = await npm('sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev');
if (bomFormat !== 'CycloneDX' || components.length < 10) {
  throw new Error('npm sbom did not write a bill of materials.');
}
console.log(`Bill of materials: ${components.length} components (npm run sbom writes it).`);

const { metadata } = await npm('audit', '--omit', 'dev', '--json');
if (metadata) {
  const { total } = metadata.vulnerabilities;
  if (total > 0) {
    throw new Error(`npm audit reports ${total} vulnerabilities in the product's dependencies.`);
  }
  console.log('npm audit reports no vulnerability.');
} else {
  console.log('NOT CHECKED for known vulnerabilities: this registry does not support npm audit.');
}
