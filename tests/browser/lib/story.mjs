// What the tests of stories share: the story as the command line tells it, and the way to a step.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { idle, open } from './harness.mjs';
import { until } from './wait.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));
export const told = JSON.parse(execFileSync(`${root}build/native/offramp`,
  ['show', `${root}assets/stories/spacex-google-2026.json`, '--json'], { encoding: 'utf8' }));
export const path = 'story-spacex-google-2026.html';
export const phone = { viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true };

/** The page alive, for a reader who prefers less motion; `more` follows the page's name. */
export const openStory = (world, options = {}, more = '') =>
  open(world, path + more, { reducedMotion: 'reduce', ...options });

export const hash = (page) => new URL(page.url()).hash;
export const state = (page) => page.evaluate(() => document.querySelector('lease-explorer').state);
export const proseOf = (step) => step.text.map(({ text }) => text).join('');
export const current = (page) => page.locator('.step.current');
export const visible = (page) => page.locator('.step:visible').count();

/** Waits until a step is told and the exhibit is where it wants it. */
export async function at(page, number) {
  const step = told.steps[number - 1];
  await until(async () => hash(page) === `#step-${number}` && await state(page) === step.link);
  await idle(page);
}

/** Passes over the question of a step, if it has one. */
export async function answer(page) {
  const skip = current(page).locator('.skip:visible');
  if (await skip.count()) await skip.click();
}
