// A guess as three answers, and as links write it. Other kinds of guesses stay as they are written.

const threeAnswers = /^(\d{4}-\d\d-\d\d),(\d{4}-\d\d-\d\d)(?:,(\d+(?:\.\d+)?)%)?$/;

/** `{ even, nine, never }` as fields hold them; null for a guess of another kind. */
export function answersIn(text) {
  if (!text) return { even: '', nine: '', never: '' };
  const found = threeAnswers.exec(text);
  return found && { even: found[1], nine: found[2], never: found[3] ?? '' };
}

/** Empty until both days are there. */
export const guessOf = ({ even, nine, never }) => (even && nine
  ? `${even},${nine}${Number(never) ? `,${never}%` : ''}` : '');

const msOfDay = 86_400_000;
/** Day numbers count from 1 January 1970. */
export const numberOf = (iso) => Date.parse(`${iso}T00:00:00Z`) / msOfDay;
export const isoOf = (number) => new Date(number * msOfDay).toISOString().slice(0, 10);

/** What a hand moves: the middle takes the width with it, and the width stays behind the middle. */
export function moved(answers, part, number) {
  const width = numberOf(answers.nine) - numberOf(answers.even);
  if (part === 'even') return { ...answers, even: isoOf(number), nine: isoOf(number + width) };
  return { ...answers, nine: isoOf(Math.max(number, numberOf(answers.even))) };
}
