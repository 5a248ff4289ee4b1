// The pages of stories: each step with its words and its picture, and one exhibit that follows them.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { RecorderView } from '../pages/story/record_view.mjs';
import { StoryWords } from '../pages/story/view.mjs';
import { escaped, read } from './files.mjs';
import {
  fetchLinks, fontLinks, footerLinks, moduleLinks, moduleScript, pageOf, policyAt, styleLink,
} from './layout.mjs';
import { twinOf } from './twin.mjs';

/** The page that makes a story. */
export const recorder = 'story.html';

const storiesIn = (folder) => readdirSync(folder).filter((name) => name.endsWith('.json')).sort();
const pageFor = (id) => `story-${id}.html`;

/** The address of a lease's story, by the id of the lease. */
export const storyPages = (folder) => new Map(storiesIn(folder).map((file) => {
  const { id, lease } = JSON.parse(read(join(folder, file)));
  return [lease, pageFor(id)];
}));

/** Writes stories/<id>.json and the page of each. */
export function writeStories(site, kit, { offramp, modules, stories, leases }) {
  for (const file of storiesIn(stories)) {
    const path = join(stories, file);
    const story = JSON.parse(offramp('show', path, '--json'));
    const lease = join(leases, `${story.lease}.json`);
    const rendered = (step, format) => offramp('render', lease, '--link', step.scenario, '--to', format);
    const stillOf = (step, width) => rendered(step, `picture-${width}`);
    const [first] = story.steps;
    const exhibit = JSON.parse(rendered(first, 'json'));
    site.write(`stories/${file}`, JSON.stringify(JSON.parse(read(path))));
    site.write(pageFor(story.id), pageOf(join(kit.pages, 'story', 'story.html'), {
      policy: policyAt(kit.address),
      assets: [fontLinks(kit.fonts), moduleLinks([modules.element]), fetchLinks([kit.engine, `leases/${story.lease}.json`]),
        ...[kit.pageStyle, kit.storyStyle].map(styleLink), '<script src="offramp.js" defer></script>',
        moduleScript(modules.story.name)].join('\n'),
      links: footerLinks({ more: { [recorder]: 'Make a story' } }),
      title: escaped(story.title),
      verdict: escaped(first.verdict),
      lease: story.lease,
      day: JSON.parse(read(lease)).information_day,
      state: escaped(first.link),
      twin: twinOf(exhibit, 'card', (width) => stillOf(first, width), `${story.lease}.html`),
      words: renderToString(h(StoryWords, { story, stillOf })),
    }));
  }
}

/** Writes the page that makes a story. `leases` has of each its `id` and `title`, `days` its day. */
export function writeRecorder(site, kit, { modules, leases, days, example, story }) {
  site.write(recorder, pageOf(join(kit.pages, 'story', 'record.html'), {
    policy: policyAt(kit.address),
    assets: [fontLinks(kit.fonts), moduleLinks([modules.element]), ...[kit.pageStyle, kit.storyStyle].map(styleLink),
      '<script src="offramp.js" defer></script>', moduleScript(modules.record.name)].join('\n'),
    links: footerLinks({ self: recorder }),
    example: story,
    lease: example,
    day: days[example],
    recorder: renderToString(h('div', {}, h(RecorderView, {
      story: { lease: example, title: '', steps: [] }, leases, draft: { text: '' }, editing: -1, figures: [], controls: [],
    }))),
  }));
}
