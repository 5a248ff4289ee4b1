// The figures of the methodology page, counted in the leases and cases themselves, so that the page
// cannot fall behind them.
import { readdirSync } from 'node:fs';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { SlipTable } from '../pages/ask/slips.mjs';

export function readingFigures(leases, cases, { slips }) {
  const clauses = leases.flatMap((lease) => lease.clauses);
  const sources = leases.flatMap((lease) => lease.sources);
  const are = (kind) => String(clauses.filter(({ is }) => is === kind).length);
  return {
    leases: String(leases.length),
    sources: String(sources.length),
    secondary: String(sources.filter(({ kind }) => kind === 'secondary').length),
    quotations: are('quotation'),
    paraphrases: are('paraphrase'),
    derived: are('derived'),
    slips: renderToString(h(SlipTable, { slips })),
    cases: String(readdirSync(cases).filter((name) => name.endsWith('.json')).length),
  };
}
