// For articles that embed Offramp: sets the height of each frame, updates figures in the text
// (<span data-offramp="late-delivery.first_day">) and lets links set a scenario
// (<a data-offramp-set href="…/spacex-google-2026.html#deliver=2026-11-15">). One kilobyte.
((page) => {
  const base = new URL('.', page.currentScript.src).href;
  const all = (what) => [...page.querySelectorAll(what)];
  const frames = () => all('iframe').filter((frame) => frame.src.startsWith(base));
  const leaseOf = (address) => /[^/.]+(?=\.\w+([?#]|$))/.exec(address)?.[0];
  // A sandboxed frame has no origin to name as a target; the message goes to its window only.
  const say = (frame, type, state) =>
    frame.contentWindow.postMessage({ type: `offramp:${type}`, v: 1, state }, '*');
  const show = (lease, figures) => all('[data-offramp]').forEach((span) => {
    const { offramp, lease: wanted = lease } = span.dataset;
    if (wanted === lease && figures?.[offramp]) span.textContent = figures[offramp];
  });
  addEventListener('message', ({ source, data }) => {
    const frame = frames().find((one) => one.contentWindow === source);
    if (!frame || data?.v !== 1) return;
    if (data.type === 'offramp:height') {
      frame.style.height = Math.min(data.height, 2e4) + 'px'; // not a number: no effect
      say(frame, 'watch');
    }
    if (data.type === 'offramp:figures') show(data.id, data.figures);
  });
  addEventListener('move', ({ target }) => show(target.exhibit?.lease, target.figures), true);
  addEventListener('click', (event) => {
    const link = event.target.closest('[data-offramp-set]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return; // those are the browser's
    const one = [...frames(), ...all('lease-explorer')].find((each) =>
      leaseOf(each.src) === leaseOf(link.href));
    if (!one) return;
    event.preventDefault();
    const state = link.hash.slice(1);
    if (one.contentWindow) say(one, 'set', state);
    else {
      one.state = state;
      one.start();
    }
  });
  frames().forEach((frame) => say(frame, 'watch'));
})(document);
