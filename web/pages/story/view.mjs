// A story as the build prints it: every step with its words and its picture. Alive, the same elements
// are shown one by one beside one exhibit. Every day and amount is an exhibit's.
import { h } from 'preact';

/** The words of a step; a figure keeps its name, so that it can follow the exhibit. */
const Prose = ({ text }) => h('p', { class: 'prose' }, text.map(({ figure, text: words }) =>
  (figure ? h('span', { 'data-offramp': figure }, words) : words)));

/** What is asked before the step shows. The script lets the form appear, and hides the rest. */
function Guess({ number, guess: { question, choices, answer, day } }) {
  const [asked, field] = [`guess-${number}`, `day-${number}`];
  return [
    h('p', { class: 'question', id: asked }, question),
    h('form', { class: 'guess', hidden: true, autocomplete: 'off', 'data-answer': choices ? answer : day, 'data-words': answer },
      choices
        ? h('div', { class: 'choices', role: 'radiogroup', 'aria-labelledby': asked }, choices.map((choice) =>
          h('label', {}, h('input', { type: 'radio', name: 'guess', value: choice, required: true }), ' ', choice)))
        : h('p', {}, h('label', { for: field }, 'Your guess'), ' ',
          h('input', { id: field, type: 'date', name: 'guess', required: true, 'aria-describedby': asked })),
      h('p', { class: 'deeds' },
        h('button', { type: 'submit', class: 'answer' }, 'See the answer'), ' ',
        h('button', { type: 'button', class: 'skip' }, 'Skip the question'))),
    h('p', { class: 'compared', tabIndex: -1, hidden: true }),
  ];
}

/** `stillOf(width)` gives the picture of the step as SVG. */
function Step({ step, number, stillOf }) {
  const { title, text, link, guess, verdict, look_at: lookAt } = step;
  return h('li', { class: 'step', id: `step-${number}`, 'data-state': link, 'data-look': lookAt?.control },
    h('h2', {}, h('span', { class: 'number' }, `${number} `), title),
    guess && h(Guess, { number, guess }),
    h('div', { class: 'told' },
      h(Prose, { text }),
      lookAt && h('p', { class: 'look' }, 'Look at: ',
        h('b', {}, lookAt.label), ' ', h('span', { 'data-offramp': lookAt.control }, lookAt.value)),
      h('figure', {},
        h('div', { class: 'exhibit' }, h('div', { class: 'still' }, [['narrow', 360], ['middle', 640]].map(([place, width]) =>
          h('div', { class: place, dangerouslySetInnerHTML: { __html: stillOf(width) } })))),
        h('figcaption', {}, verdict))));
}

/** Moves through the story; printed so that nothing moves when it comes alive. */
const Turn = ({ count }) => h('nav', { class: 'turn', 'aria-label': 'Steps' },
  h('button', { type: 'button', class: 'back', disabled: true }, '← Previous'),
  h('p', { class: 'place', role: 'status' }, `Step 1 of ${count}`),
  h('button', { type: 'button', class: 'next', disabled: true }, 'Next →'),
  h('button', { type: 'button', class: 'return', hidden: true }));

/** `story` is what `offramp show STORY.json --json` prints; `stillOf(step, width)` its pictures. */
export const StoryWords = ({ story: { steps }, stillOf }) => h('div', { class: 'telling' },
  h(Turn, { count: steps.length }),
  h('ol', { class: 'steps' }, steps.map((step, i) =>
    h(Step, { step, number: i + 1, stillOf: (width) => stillOf(step, width) }))),
  h('p', { class: 'mode' }, h('button', { type: 'button', hidden: true, 'aria-pressed': 'false' }, 'All steps, by scrolling')));
