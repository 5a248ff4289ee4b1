// The way from one scenario to the next: days move, so that the eye can follow them. For readers who
// prefer less motion, and wherever more than days differs, it is one step.

const whole = 500; // milliseconds
const isDay = (text) => /^\d{4}-\d\d-\d\d$/.test(text ?? '');
const dayNumber = (text) => Date.parse(`${text}T00:00:00Z`) / 86_400_000;
const dayOf = (number) => new Date(number * 86_400_000).toISOString().slice(0, 10);

/** The keys of two fragments whose days differ; none where something else does too. */
export function movingDays(from, to) {
  const [one, other] = [from, to].map((fragment) => new URLSearchParams(fragment));
  const keys = [...new Set([...one.keys(), ...other.keys()])]
    .filter((key) => one.get(key) !== other.get(key));
  return keys.every((key) => isDay(one.get(key)) && isDay(other.get(key))) ? keys : [];
}

/** A fragment between two, `part` of the way from 0 to 1. Only the days of `keys` differ. */
export function between(from, to, keys, part) {
  const [one, other] = [from, to].map((fragment) => new URLSearchParams(fragment));
  for (const key of keys) {
    const [first, last] = [one, other].map((each) => dayNumber(each.get(key)));
    other.set(key, dayOf(Math.round(first + (last - first) * part)));
  }
  return other.toString();
}

/** Sets the explorer on its way to a fragment. Gives what ends the way where it is. */
export function travel(explorer, to, arrived) {
  const from = explorer.state;
  const keys = explorer.exhibit ? movingDays(from, to) : [];
  let request = 0;
  const arrive = () => {
    explorer.state = to;
    arrived();
  };
  if (!keys.length || matchMedia('(prefers-reduced-motion: reduce)').matches || document.hidden) arrive();
  else {
    const begun = performance.now();
    const go = (now) => {
      const part = (now - begun) / whole;
      if (1 <= part) {
        arrive();
        return;
      }
      explorer.state = between(from, to, keys, Math.max(0, 1 - (1 - part) ** 3));
      request = requestAnimationFrame(go);
    };
    request = requestAnimationFrame(go);
  }
  return () => cancelAnimationFrame(request);
}
