// What our own page adds to the element: the scenario in the address, both ways. An element in
// somebody else's page leaves the address alone.

const explorer = document.querySelector('lease-explorer');

/** The address without what hosts append to it. */
const fragment = () => location.hash.replace(/^#/, '');

if (explorer) {
  explorer.state = fragment();
  addEventListener('hashchange', () => {
    if (fragment() !== explorer.state) explorer.state = fragment();
  });
  explorer.addEventListener('change', ({ detail: link }) => {
    const address = link ? `#${link}` : location.pathname + location.search;
    try {
      history.replaceState(null, '', address);
    } catch {
      // A frame without an origin may not rewrite its history, but may set its fragment.
      location.hash = link;
    }
  });
}
