// The page "Write a lease", and the small leases that it offers to start from.
import { join } from 'node:path';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { StartView } from '../pages/write/start_view.mjs';
import { read } from './files.mjs';
import {
  footerLinks, moduleScript, pageOf, policyAt, styleLink,
} from './layout.mjs';

const name = 'write.html';

// Everyday clauses, in the order in which they are offered.
const everyday = ['late-delivery', 'outside-date', 'exit-on-notice', 'exit-with-fee', 'renewal'];

/** `leases` has of each its `id` and `title`. */
export function writeWrite(site, kit, { offramp, modules, starts, leases }) {
  const clauses = everyday.map((id) => {
    const path = join(starts, `${id}.json`);
    const lease = JSON.parse(read(path));
    site.write(`starts/${id}.json`, JSON.stringify(lease));
    return {
      id,
      clause: lease.clauses.find((clause) => clause.id === lease.rights[0].clause),
      exhibit: JSON.parse(offramp('render', path, '--to', 'json')),
    };
  });
  site.write(name, pageOf(join(kit.pages, 'write', name), {
    policy: policyAt(kit.address),
    assets: [...[kit.pageStyle, kit.writeStyle].map(styleLink), moduleScript(modules.write.name)].join('\n'),
    links: footerLinks({ self: name }),
    kind: 'write',
    example: leases[0].id,
    start: renderToString(h(StartView, { clauses, leases })),
  }));
}
