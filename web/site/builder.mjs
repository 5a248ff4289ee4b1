// The page "Put an exhibit into your page".
import { join } from 'node:path';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { BuilderView, widths } from '../pages/builder/view.mjs';
import {
  footerLinks, moduleScript, pageOf, previewPolicy, styleLink,
} from './layout.mjs';

const name = 'builder.html';

/** `leases` has of each its `id` and its `question`; `example` is the one that is shown first. */
export function writeBuilder(site, kit, { modules, leases, example }) {
  const chosen = { lease: example, theme: '', view: '', host: '', width: widths.at(-1)[0] };
  site.write(name, pageOf(join(kit.pages, 'builder', name), {
    policy: previewPolicy,
    assets: [...[kit.pageStyle, kit.builderStyle].map(styleLink), moduleScript(modules.builder.name)].join('\n'),
    links: footerLinks({ self: name }),
    view: renderToString(h(BuilderView, { leases, chosen, codes: {} })),
  }));
}
