// Tables that tests write of what they saw, under build/web/reports.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const reports = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', 'build', 'web', 'reports');

export class Report {
  #rows = [];
  constructor(name, title, headings) { Object.assign(this, { name, title, headings }); }

  add(...cells) { this.#rows.push(cells); }

  get text() {
    const line = (cells) => `| ${cells.map((cell) =>
      String(cell).replace(/\s+/g, ' ').replaceAll('|', '\\|')).join(' | ')} |\n`;
    return `# ${this.title}\n\n${line(this.headings)}`
      + `${line(this.headings.map(() => '---'))}${this.#rows.map(line).join('')}`;
  }

  write() {
    mkdirSync(reports, { recursive: true });
    writeFileSync(join(reports, `${this.name}.md`), this.text);
  }
}
