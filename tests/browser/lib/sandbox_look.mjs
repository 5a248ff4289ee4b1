// What there is to see of the explorer in a page, or in a frame of it, and whether it obeys.
import assert from 'node:assert/strict';
import { until as soon } from './wait.mjs';
import { ways } from './ways.mjs';

const delivery = '2026-11-15';

/** Asks in the browser until the answer will do; gives the last one. */
async function until(reader, question, isEnough) {
  let answer;
  await soon(async () => {
    answer = await reader.evaluate(question);
    return answer && isEnough(answer);
  });
  return answer;
}

/** Runs in the frame. */
function appearance() {
  const explorer = document.querySelector('lease-explorer');
  if (!explorer) {
    const isComing = document.URL === 'about:blank' || document.readyState === 'loading';
    return { kind: isComing ? 'silent' : 'empty' };
  }
  const isSeen = (one) => one.getClientRects().length > 0 && one.textContent !== '';
  const lines = [...document.querySelectorAll('lease-explorer .notice'),
    ...explorer.shadowRoot?.querySelectorAll('.notice') ?? []].filter(isSeen);
  const picture = [...explorer.querySelectorAll('svg')].find((one) => one.getClientRects().length)
    ?.getBoundingClientRect(); // of three widths one is shown
  return {
    kind: explorer.exhibit && explorer.shadowRoot.querySelector('.stage:not(.hidden)') ? 'live'
      : lines.length ? 'line' : 'silent',
    pill: explorer.exhibit?.verdict.pill,
    line: lines.map((one) => (one.querySelector('p') ?? one).textContent).join(' / '),
    lines: lines.length,
    // The page has loaded, and with it whatever of ours may run at all; none of it has begun.
    isMute: document.readyState === 'complete' && !explorer.shadowRoot
      && document.querySelectorAll('link[rel=modulepreload]').length <= 2, // those that are printed
    isPrinted: /may leave only if SpaceX was late/.test(explorer.innerText)
      && 100 < (picture?.width ?? 0) && 100 < picture.height,
  };
}

/**
 * Goes into the frame at this depth, and waits until it is live, says a line, or is empty; where
 * silence is expected, until it has loaded and no script of ours has begun.
 */
export async function look(reader, depth, isSilent) {
  for (let level = 0; level < depth; level += 1) {
    await reader.enter(level);
    await until(reader, () => document.querySelector('iframe') !== null, Boolean);
  }
  await reader.enter(depth);
  const seen = await until(reader, appearance, ({ kind, isMute }) =>
    kind !== 'silent' || (isSilent && isMute));
  if (seen.kind === 'live') await reader.idle();
  return seen;
}

/** Moves the delivery by hand, and sees that everybody knows; gives how it was done. */
export async function move(reader, { depth, isWordPress, by = 'mouse' }) {
  if (by === 'message') {
    await reader.enter(depth - 1);
    await reader.evaluate((state) => {
      document.querySelector('iframe').contentWindow
        .postMessage({ type: 'offramp:set', v: 1, state }, '*');
    }, `deliver=${delivery}`);
    await reader.enter(depth);
    await until(reader, () => document.querySelector('lease-explorer').state, Boolean);
    await reader.idle();
  } else {
    await ways[by](reader).day('deliver', delivery);
  }
  assert.equal(await reader.state(), `deliver=${delivery}`);
  // The answer hangs on the delivery no more; which it is hangs on today.
  assert.notEqual((await reader.exhibit()).verdict.pill, 'Only if late');
  if (by !== 'message') {
    const [address, permalink] = await reader.evaluate(() =>
      [location.hash, document.querySelector('lease-explorer').exhibit.permalink]);
    assert.equal(address, `#${permalink}`);
  }
  if (depth > 0) await hearIn(reader, depth, isWordPress);
  return by;
}

/** The page around has been told that we are ready, how high we are, and WordPress what it asks. */
async function hearIn(reader, depth, isWordPress) {
  await reader.enter(depth - 1);
  const heard = await reader.evaluate(() => heard);
  await reader.enter(depth);
  const ours = (type) => heard.find((one) => one?.type === `offramp:${type}`);
  assert.ok(ours('ready'), 'no “ready”');
  assert.ok(300 < ours('height')?.height, 'no height');
  const wordPress = heard.find(({ message }) => message === 'height');
  assert.equal(wordPress?.secret, isWordPress ? 'ABCDEFGHIJ' : undefined);
}

/** A wheel over a frame that is as high as it asked to be scrolls the page around it. */
export async function wheelOver(reader) {
  await reader.enter(0);
  await reader.evaluate(() => {
    const fit = () => {
      const { height } = heard.findLast((one) => one?.type === 'offramp:height');
      document.querySelector('iframe').style.height = `${height}px`;
    };
    addEventListener('message', fit);
    fit();
  });
  await reader.enter(1);
  const isWhole = await until(reader, () =>
    document.scrollingElement.scrollHeight <= innerHeight, Boolean);
  assert.ok(isWhole, 'the frame is lower than what is in it');
  await reader.move(500, 300);
  await reader.wheel(0, 300);
  await reader.enter(0);
  const way = await until(reader, () => scrollY, Boolean);
  assert.ok(0 < way, 'the page around did not scroll');
}
