// A story as a file: written, and read as far as this page needs it. `offramp validate` says the rest.

const largest = 200_000; // bytes, as the reader has it
const mostSteps = 20;

const isText = (value, least, most) =>
  typeof value === 'string' && least <= value.length && value.length <= most;

/** The names between braces in a text. */
export const figuresIn = (text) => [...text.matchAll(/\{([A-Za-z0-9._-]+)\}/g)].map(([, name]) => name);

/** A text with its figures filled in; a name that is not there stays as it is. */
export const filled = (text, figures) =>
  text.replace(/\{([A-Za-z0-9._-]+)\}/g, (braces, name) => (Object.hasOwn(figures, name) ? figures[name] : braces));

/** The text of a story.json. */
export function written({ id, lease, title, steps }) {
  const whole = steps.map(({ title: heading, text, scenario, look_at: lookAt, ...more }) => ({
    ...(heading && { title: heading }), text, scenario, ...(lookAt && { look_at: lookAt }), ...more,
  }));
  return `${JSON.stringify({ schema_version: 1, id: id || lease, lease, title, steps: whole }, null, 2)}\n`;
}

/** The story in a text; throws an error that says what is wrong with it. `leases` are ids. */
export function readStory(text, leases) {
  if (largest < new TextEncoder().encode(text).length) throw new Error(`A story has at most ${largest} bytes`);
  let story;
  try {
    story = JSON.parse(text);
  } catch {
    throw new Error('This is no JSON');
  }
  const { schema_version: version, id, lease, title, steps } = story ?? {};
  if (version !== 1 || !Array.isArray(steps)) throw new Error('This is no story: it needs "schema_version": 1 and "steps"');
  if (!leases.includes(lease)) throw new Error(`This site has no lease “${String(lease).slice(0, 64)}”`);
  if (!steps.length || mostSteps < steps.length) throw new Error(`A story has 1 to ${mostSteps} steps`);
  steps.forEach((step, i) => {
    const isGood = isText(step?.text, 1, 1000) && isText(step.scenario, 0, 4000)
      && isText(step.title ?? '', 0, 120) && isText(step.look_at ?? '', 0, 80);
    if (!isGood) throw new Error(`Step ${i + 1} needs a text of at most 1,000 letters and a scenario`);
  });
  if (!isText(title, 1, 120)) throw new Error('A story needs a title of at most 120 letters');
  return { id: isText(id, 1, 64) ? id : lease, lease, title, steps };
}
