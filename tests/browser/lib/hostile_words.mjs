// Words that were made to harm, and pages that were not made for guests.

/** Each tries to become code; `pwned` and a dialog would show that it did. */
export const corpus = [
  '<script>alert(window.pwned=1)</script>',
  '<img src=x onerror=alert(window.pwned=2)>',
  '<svg onload=alert(window.pwned=3)><animate onbegin=alert(1) attributeName=x dur=1s>',
  '"><iframe srcdoc="<script>parent.alert(parent.pwned=4)</script>">',
  '</script><script>alert(window.pwned=5)</script>',
  '--><!--<script>alert(window.pwned=6)//',
  '\' onfocus=\'alert(window.pwned=7)\' autofocus tabindex=\'0',
  '" onmouseover="alert(window.pwned=8)" style="animation-name:x" onanimationstart="alert(1)',
  '{{constructor.constructor("alert(window.pwned=9)")()}} ${alert(1)} <%= alert(1) %> #{alert(1)}',
  '</textarea></style></title><details open ontoggle=alert(window.pwned=10)>',
  ']]><![CDATA[<a href="javascript:alert(window.pwned=11)">x</a>&lt;b&gt; &#60;i&#62; &amp;amp;',
  '<math><mtext><style><img src=x onerror=alert(window.pwned=12)></style></mtext></math>',
  '=cmd|" /C calc"!A0', '@SUM(1+1)', '$& $1 $` \\u003cscript\\u003e {{style}} {{script}}',
  'https://evil.example/ [link](javascript:alert(1)) [[x|y]] {{cite}} <ref>z</ref> \\input{x}',
  `W${'i'.repeat(300)}de ${'and long '.repeat(150)}<b onclick=alert(1)>`,
];
/** These a lease may not hold: marks that turn what is written, and controls. */
export const refusedTexts = ['abc\u202E<b>gnp.exe', '\u2066x\u2069', 'nul\u0000l', 'bell\u0007'];
export const badUrls = ['javascript:alert(window.pwned=20)', ' javascript:alert(1)',
  'JaVaScRiPt:alert(1)', 'data:text/html,<script>alert(1)</script>', 'vbscript:msgbox(1)',
  'java\tscript:alert(1)', '//evil.example/x', 'file:///etc/passwd', 'blob:https://x/y',
  '<img src=x onerror=alert(1)>', 'https:javascript:alert(1)" onclick="alert(1)'];

/** Every string of a tree with its place; lists count as one place. */
export function strings(tree) {
  const found = new Map();
  const walk = (node, place, set) => {
    if (typeof node === 'string') found.set(place, [...(found.get(place) ?? []), set]);
    else if (node && typeof node === 'object') {
      for (const key of Object.keys(node)) {
        walk(node[key], `${place}/${Array.isArray(node) ? '*' : key}`,
          (value) => { node[key] = value; });
      }
    }
  };
  walk(tree, '', () => {});
  return found;
}

/** What people write as they like; all else in a lease is a name, a day, money or a word of ours. */
const written = new RegExp(`^/(${['title', 'terms_version', 'presentation/(question|introduction)',
  'parties/\\*/name', 'tranches/\\*/(label|unit)', '(events|fees|rights)/\\*/label',
  '(readings|unknowns)/\\*/question', 'readings/\\*/options/\\*/(label|explanation)',
  'clauses/\\*/(title|text)', 'sources/\\*/(title|kind|date)'].join('|')})$`);
export const isWritten = (place) => written.test(place);

/** A lease whose words are all hostile, every second one another. */
export function poisoned(lease, words) {
  const tree = structuredClone(lease);
  let turn = 0;
  for (const [place, setters] of strings(tree)) {
    if (isWritten(place)) setters.forEach((set) => { set(words[turn % words.length]); turn += 1; });
  }
  return tree;
}

/** Scripts and styles of pages that were not made for guests. */
export const hosts = [
  ['* { all: unset }', { css: '* { all: unset }' }],
  ['canvas rules of a theme', { css: 'canvas, img, svg { max-width: 100%; height: auto; display: inline }' }],
  ['* { … !important }', { css: '* { box-sizing: content-box !important; font-size: 30px !important; '
    + 'line-height: 2 !important; letter-spacing: 2px !important }' }],
  ['an element that a theme would float', {
    css: 'lease-explorer { display: inline; float: left; position: static; padding: 7px; border: 3px solid }' }],
  ['transform: scale(.7)', { css: 'main { transform: scale(.7) rotate(0); transform-origin: 0 0 }' }],
  ['zoom: 1.25', { css: 'main { zoom: 1.25 }' }],
  ['a filter', { css: 'main { filter: sepia(1); will-change: transform }' }],
  ['columns and right to left', { css: 'body { direction: rtl; text-align: justify; user-select: none }' }],
  ['extensions of Array.prototype', { script: () => {
    for (const name of ['first', 'remove', 'toJSON', 'flatten']) Array.prototype[name] = function f() {
      return name === 'toJSON' ? this.slice() : this[0];
    };
  } }],
  ['a getter on Object.prototype', { script: () => {
    Object.defineProperty(Object.prototype, 'extra', {
      get() { return 'polluted'; }, enumerable: true, configurable: true,
    });
    Object.prototype.polluted = { deep: true };
  } }],
  ['frozen prototypes', { script: () => {
    [Object, Array, Function, String, Number, Promise, Map, Set, Error, RegExp].forEach((type) =>
      Object.freeze(type.prototype));
  } }],
  ['an old polyfill of Array.from', { script: () => {
    Array.from = function from(list) {
      if (!list) return [];
      const made = [];
      for (let i = 0; i < (list.length || 0); i += 1) made[i] = list[i];
      return made;
    };
    Function.prototype.bind = function bind(self, ...early) {
      const call = this;
      return function bound(...late) { return call.apply(self, early.concat(late)); };
    };
  } }],
];
