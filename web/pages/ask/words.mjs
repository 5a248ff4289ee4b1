// The words of a question in an address: `likely=2026-10-15,2026-11-30,2%25&elsewhere=6`. They stand
// beside those of what is supposed, and the engine of the picture knows nothing of them.
export const asks = (word) => /^(likely(\.[^=]*)?|slipping|elsewhere|gap|extra)=/.test(word);

/** As the engine reads it: a percent sign may have been written as `%25`. */
const plain = (text) => text.replaceAll('%25', '%');

/** The question in a fragment, as pairs of name and value. */
export const wordsIn = (fragment) => fragment.split('&').filter(asks).map((word) => {
  const [name, ...rest] = word.split('=');
  return [name, plain(rest.join('='))];
});

/** As the engine reads it. A gap and a cost belong to a price, and come after it. */
export function questionOf(words) {
  const order = (name) => ['elsewhere', 'gap', 'extra'].indexOf(name);
  return [...words].filter(([, value]) => value !== '')
    .filter(([name], _, all) => !['gap', 'extra'].includes(name) || all.some(([one]) => one === 'elsewhere'))
    .sort(([a], [b]) => order(a) - order(b)).map(([name, value]) => `${name}=${value}`).join('&');
}

/** As an address holds it. */
export const fragmentOf = (question) => question.replaceAll('%', '%25');
