/*
 * The report as one page without scripts, which opens from the file system.
 *
 *   node bench/report/page.mjs    writes REPORT.html again from REPORT.md and charts/
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const STYLE = `body { font: 16px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem }
table { border-collapse: collapse; display: block; overflow-x: auto } th, td { border: 1px solid #ccc; padding: .3rem .6rem; text-align: left }
svg { max-width: 100%; height: auto } pre { background: #f4f4f4; padding: 1rem; overflow-x: auto }`;

/** @param folder with REPORT.md and charts/ */
export function writePage(folder) {
  const text = readFileSync(join(folder, 'REPORT.md'), 'utf8');
  const body = text.split(/\n{2,}/).map((block) => toHtml(block.trim(), folder));
  writeFileSync(
    join(folder, 'REPORT.html'),
    `<!doctype html>\n<meta charset="utf-8">\n<title>Benchmarks</title>\n<style>${STYLE}</style>\n${body.join('\n')}\n`,
  );
}

/** The Markdown that the report has: headings, tables, lists, images and code. */
function toHtml(block, folder) {
  const heading = /^(#+) (.*)$/.exec(block);
  const image = /^!\[.*\]\((.*)\)$/.exec(block);
  if (heading) {
    return `<h${heading[1].length}>${inline(heading[2])}</h${heading[1].length}>`;
  }
  if (image) {
    return readFileSync(join(folder, image[1]), 'utf8').replace(/^<\?xml.*?\?>/, '');
  }
  if (block.startsWith('|')) {
    return toTable(block.split('\n'));
  }
  if (block.startsWith('- ')) {
    const items = block.split(/\n?^- /m).slice(1);
    return `<ul>${items.map((item) => `<li>${inline(item)}</li>`).join('')}</ul>`;
  }
  return block.startsWith('```')
    ? `<pre>${escapeHtml(block.replace(/^```.*\n|\n```$/g, ''))}</pre>`
    : `<p>${inline(block)}</p>`;
}

function toTable([head, , ...rows]) {
  const cells = (line, tag) =>
    `<tr>${line
      .slice(1, -1)
      .split('|')
      .map((cell) => `<${tag}>${inline(cell.trim())}</${tag}>`)
      .join('')}</tr>`;
  return `<table>${cells(head, 'th')}${rows.map((row) => cells(row, 'td')).join('')}</table>`;
}

function inline(text) {
  return escapeHtml(text)
    .replace(/`([^`]+)`/g, '<code>$1</code>')
    .replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>')
    .replace(/\[([^\]]+)\]\(([^)]+)\)/g, '<a href="$2">$1</a>');
}

function escapeHtml(text) {
  return text.replace(/[&<>"]/g, (each) => `&#${each.charCodeAt(0)};`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writePage(fileURLToPath(new URL('..', import.meta.url)));
}
