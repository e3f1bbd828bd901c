// Prints the section of CHANGELOG.md for a tag such as v1.2.3. Fails if the tag is not the version of the package,
// if the section is missing or empty, or if it has no date.
import { readFileSync } from 'node:fs';

const [tag = ''] = process.argv.slice(2);
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
if (tag !== `v${version}`) {
  fail(`The tag is ${JSON.stringify(tag)}; expected v${version}, the version in package.json.`);
}
const sections = readFileSync('CHANGELOG.md', 'utf8').split(/^## /m);
const section = sections.find((text) => text.startsWith(`${version} (`));
const [, notes = ''] = /^.* \(\d{4}-\d\d-\d\d\)\n([\s\S]*)$/.exec(section ?? '') ?? [];
if (notes.trim() === '') {
  fail(`CHANGELOG.md has no section \`## ${version} (date)\` with text.`);
}
console.log(notes.trim());

function fail(message) {
  console.error(message);
  process.exit(1);
}
