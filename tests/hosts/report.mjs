// The table of hosts: what was pasted, what the host left of it, and what a reader can do with it.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const attributes = (tag) => [...tag.matchAll(/\s([a-z-]+)(?:="([^"]*)")?/g)]
  .map(([, name, value = '']) => [name, value]);
const first = (text, name) => new RegExp(`<${name}\\b[^>]*>`).exec(text)?.[0];

/** What became of a tag: which attributes it kept, lost, gained and got changed. */
export function compare(pasted, found) {
  const [, name, loss] = /^<([a-z-]+).*>(.*)/.exec(found);
  const then = new Map(attributes(first(pasted, name) ?? ''));
  const now = new Map(attributes(found));
  if (then.size === 0) return `the host made <${name}> with ${[...now.keys()].join(', ')}`;
  const kept = [...now.keys()].filter((key) => now.get(key) === then.get(key));
  const changed = [...now.keys()].filter((key) => then.has(key) && now.get(key) !== then.get(key));
  const lost = [...then.keys()].filter((key) => !now.has(key));
  const gained = [...now.keys()].filter((key) => !then.has(key));
  const list = (keys, values) => keys.map((key) => `${key}${values ? `="${now.get(key)}"` : ''}`).join(', ');
  return [
    lost.length + changed.length + gained.length === 0 ? `all of <${name}>` : `<${name}> with ${list(kept)}`,
    lost.length > 0 && `lost ${list(lost)}`,
    changed.length > 0 && `changed ${list(changed)}`,
    gained.length > 0 && `added ${list(gained, true)}`,
    loss.trim(),
  ].filter(Boolean).join('; ');
}

const columns = ['Host', 'Way', 'Pasted', 'What survived', 'Live', 'Dragged', 'Height', 'Remark'];
const meaning = `"Live: yes" is an explorer in the host's page, in Chromium, whose handle a mouse has dragged
until the verdict changed; the wheel over it scrolled the host's page, and Tab went into it and out of it
to the host's next link (through all of it in the static HTML). "On its own page" is that page, reached by
a click in the host. BASE is where the site stands, HOST its host.`;

const cell = (text) => String(text ?? '').replace(/\s+/g, ' ').replace(/\|/g, '\\|')
  .replace(/</g, '&lt;').trim();

/** Writes the table; `host` is the loopback address of the site, which is different every time. */
export function write(path, rows, { host, times }) {
  mkdirSync(dirname(path), { recursive: true });
  const line = (cells) => `| ${cells.join(' | ')} |\n`;
  const table = line(columns) + line(columns.map(() => '---'))
    + rows.map((row) => line(columns.map((name) => cell(row[name])))).join('');
  const steady = table.replaceAll(`http://${host}/`, 'BASE/').replaceAll(host, 'HOST')
    .replace(/(secret="?)\w{10}/g, '$1…');
  writeFileSync(path, `# Hosts\n\n${meaning}\n\n${steady}\n${
    times.map((time) => `- ${time}\n`).join('')}`);
}
