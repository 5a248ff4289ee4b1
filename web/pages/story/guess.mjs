// The question of a step. Nothing of it is sent or stored.

/** How a guess compares with the answer, as a sentence. Days are compared as YYYY-MM-DD. */
export function compared(guess, { answer, words }, isDay) {
  if (guess === answer) return `Right: ${words}.`;
  if (!isDay) return `You said “${guess}”. The answer is “${words}”.`;
  const days = Math.abs(Date.parse(guess) - Date.parse(answer)) / 86_400_000;
  return `${days} ${days === 1 ? 'day' : 'days'} too ${guess < answer ? 'early' : 'late'}: it is ${words}.`;
}

/** Asks, and hides what the step tells until there is an answer; then `reveal()` is called. */
export function ask(step, reveal) {
  const form = step.querySelector('form.guess');
  if (!form) return;
  const told = step.querySelector('.told');
  const said = step.querySelector('.compared');
  const isDay = form.elements.guess.type === 'date';
  const show = (text) => {
    form.hidden = true;
    told.hidden = false;
    said.hidden = !text;
    said.textContent = text;
    reveal();
    // The form had the focus, and is gone.
    const next = text ? said : step.querySelector('.prose');
    next.tabIndex = -1;
    next.focus({ preventScroll: true });
  };
  form.hidden = false;
  told.hidden = true;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    show(compared(form.elements.guess.value, form.dataset, isDay));
  });
  form.querySelector('.skip').addEventListener('click', () => show(''));
}

/** Whether a step still waits for its guess. */
export const isAsking = (step) => step.querySelector('form.guess:not([hidden])') !== null;
