// The sandbox matrix: where each build is put, and what is to be seen there. Where nothing is said
// the explorer is live. `no` names the engines (or all of them) where it is not, what the reader is
// told instead, and why that cannot be otherwise.
import { frameCode } from '../../../web/element/codes.mjs';
import { frame, pageAround, pasted, singleText } from './sandbox_hosts.mjs';

const scripts = 'sandbox="allow-scripts"';
const both = ['multi', 'single'];
const all = ['full', 'multi', 'single'];

const notLoaded = /^The explorer could not be loaded \(.+\)\. What you see was drawn beforehand/;
const notCompiled = /^This picture does not move here: .+[^.]\. What you see was drawn beforehand/;

const needsCors = { says: notLoaded,
  why: 'modules are fetched by CORS, and a frame without an origin is a stranger to its server' };
const disk = { says: notLoaded, why: 'files on disk are strangers to one another' };
// WebKit tells the page, and sends no report of WebAssembly that it refuses.
const noWasm = { says: notCompiled, why: 'the policy forbids WebAssembly' };
const noEmbedder = { isEmpty: true,
  why: 'under COEP a page is framed only when it sends COEP itself' };
const webkitSelf = { isSilent: true, engines: ['webkit'],
  why: 'WebKit bug 316847: a sandboxed page has no `self` in its policy, and runs no script' };
const notFramed = { isEmpty: true, why: 'full pages let nobody frame them; embed/ is for that' };
const opaqueAncestor = { isEmpty: true, engines: ['chromium', 'webkit'],
  why: 'an origin that is opaque is not in `*`' };

// Firefox keeps pages on disk in a process of their own, whose input reaches no other.
const otherProcess = { by: { firefox: 'message' } };

/** One place in several builds; `put(build)` is the page to open, `depth` how deep we are in it. */
const place = (context, depth, put, builds = both, more = {}) =>
  builds.map((build) => ({ context, depth, build, put: () => put(build), ...more }));

export function tableFor(hosts) {
  const well = (build) => hosts.at('well', build);
  const framed = (serving, attributes, headers) => (build) =>
    hosts.page(frame(hosts.at(serving, build), attributes), headers);
  const isolating = { 'Cross-Origin-Embedder-Policy': 'require-corp' };
  const inner = (build, attributes) => pageAround(frame(well(build), attributes));

  return [
    ...place('top level', 0, well, all),
    ...place('frame', 1, framed('well')),
    ...place('sandbox="allow-scripts"', 1, framed('well', scripts), both,
      { wheel: ['chromium'] }),
    ...place('frame of the full page', 1, framed('well'), ['full'], { no: notFramed }),
    ...place('sandbox="allow-scripts allow-same-origin"', 1,
      framed('well', 'sandbox="allow-scripts allow-same-origin"')),
    ...place('the published code', 1, (build) => hosts.page(frameCode({
      address: well(build), title: 'Can Google walk away?', height: 700,
    }))),
    ...place('WordPress: sandbox="allow-scripts", #?secret=', 1, (build) =>
      hosts.page(frame(`${well(build)}#?secret=ABCDEFGHIJ`, scripts)), both, { isWordPress: true }),

    ...place('frame, server without CORS', 1, framed('closed'), ['multi']),
    ...place('sandbox="allow-scripts", server without CORS', 1, framed('closed', scripts),
      ['multi'], { no: needsCors, isPlanted: true }),
    ...place('sandbox="allow-scripts", server without CORS', 1, framed('closed', scripts),
      ['single']),

    ...place('pasted into srcdoc, sandbox="allow-scripts"', 1, () =>
      hosts.page(pasted(singleText, scripts)), ['single']),
    ...place('frame in a sandboxed page', 2, (build) =>
      hosts.page(frame(hosts.page(frame(well(build))), scripts))),
    ...place('sandbox="allow-scripts", not at the address that it was built for', 1,
      framed('elsewhere', scripts), ['multi'], { no: webkitSelf }),
    ...place('sandbox="allow-scripts" in a sandboxed page', 2, (build) =>
      hosts.page(frame(hosts.page(frame(well(build), scripts)), scripts))),
    ...place('frame in a srcdoc page', 2, (build) => hosts.page(pasted(inner(build)))),
    ...place('frame in a sandboxed srcdoc page', 2, (build) =>
      hosts.page(pasted(inner(build), scripts))),
    ...place('frame in a sandboxed page, frame-ancestors *', 2, (build) =>
      hosts.page(frame(hosts.page(frame(hosts.at('ancestors', build))), scripts)), ['multi'],
    { no: opaqueAncestor, isPlanted: true }),

    ...place('frame in a page on disk', 1, (build) => hosts.pageOnDisk(frame(well(build))), both,
      otherProcess),
    ...place('sandbox="allow-scripts" in a page on disk', 1, (build) =>
      hosts.pageOnDisk(frame(well(build), scripts)), both, otherProcess),
    ...place('opened from disk', 0, hosts.disk, ['full', 'multi'], { no: disk }),
    ...place('opened from disk', 0, hosts.disk, ['single']),
    ...place('on disk, in a page on disk', 1, (build) => hosts.pageOnDisk(frame(hosts.disk(build))),
      ['single']),

    ...place('frame in a COEP page', 1, framed('well', '', isolating), both, { no: noEmbedder }),
    ...place('frame in a COEP page, sending COEP', 1, framed('embedder', '', isolating)),
    ...place('sandbox="allow-scripts" in a COEP page, sending COEP', 1,
      framed('embedder', scripts, isolating)),
    ...place('credentialless frame in a COEP page', 1, framed('well', 'credentialless', isolating),
      ['multi'], { no: { ...noEmbedder, engines: ['firefox', 'webkit'],
        why: 'the attribute `credentialless` is Chromium’s' } }),

    ...place('sandbox, engine as application/octet-stream', 1, framed('octets', scripts),
      ['multi']),
    ...place('sandbox, engine as text/plain', 1, framed('text', scripts), ['multi']),
    ...place('sandbox, gzip', 1, framed('gzip', scripts)),
    ...place('sandbox, with a Content-Length', 1, framed('length', scripts), ['multi']),
    ...place('sandbox, under /a/b%20c/ü/', 1, framed('a/b%20c/%C3%BC', scripts), ['multi']),
    ...place('top level, under /a/b%20c/ü/', 0, (build) => hosts.at('a/b%20c/%C3%BC', build),
      ['full']),

    ...place('sandbox, the strict policy as a header', 1, framed('policy', scripts), ['multi']),
    ...place('sandbox, the strict policy as a header, connect-src \'none\'', 1,
      framed('policy-single', scripts), ['single']),
    ...place('sandbox, no wasm-unsafe-eval in the policy', 1, framed('no-wasm', scripts), both,
      { no: noWasm, isPlanted: true, reportedBy: ['chromium', 'firefox'] }),
  ];
}
