// What is likely and whether leaving pays, on the command line: what is printed, what adds up, and
// what is refused in a sentence. The command line is named by the environment variable OFFRAMP.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const program = process.env.OFFRAMP ?? join(root, 'build', 'native', 'offramp');
const leases = readdirSync(join(root, 'assets', 'leases')).filter((name) => name.endsWith('.json'))
  .map((name) => join('assets', 'leases', name));
const google = 'assets/leases/spacex-google-2026.json';
const guess = '2026-10-15,2026-11-30,2%';

function run(...args) {
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd: root, encoding: 'utf8' });
  assert.ifError(error);
  return { status, out: stdout, said: stderr };
}
const show = (...args) => run('show', google, '--as-of', '2026-09-27', ...args);
const sum = (rows) => rows.reduce((total, { parts }) => total + parts, 0);

test('The chances of Google’s lease are those that are reckoned by hand', () => {
  const { out } = show('--likely', guess);
  for (const line of [/11 in 100 +On time/, /53 in 100 +Late/, /32 in 100 +Google may leave/,
    /4 in 100 +Either side may leave/, /Google +Late delivery +36 in 100/, /SpaceX +Convenience +certain/,
    /\$890,322,580\.65 +\$5,520,000,000\.00 +\$5,520,000,000\.00/]) assert.match(out, line);
  assert.match(out, /A guess, not a fact\./);
});

test('In every lease days add up to outcomes and outcomes to a million parts, and nothing exceeds it', () => {
  let shown = 0;
  for (const lease of leases) {
    const { status, out, said } = run('show', lease, '--as-of', '2026-09-27', '--likely', guess, '--json');
    if (status !== 0) {
      assert.match(said, /nothing is left to guess|Nothing is delivered|Say which delivery/, lease);
      continue;
    }
    shown += 1;
    const { outcomes, ways } = JSON.parse(out).prospect;
    assert.equal(sum(outcomes), 1_000_000, lease);
    for (const { parts, days } of outcomes) assert.equal(sum(days), parts, lease);
    for (const { least_parts: least, most_parts: most, open } of ways) {
      for (const chance of [[least, most], ...open.map((one) => [one.least_parts, one.most_parts])]) {
        assert.ok(0 <= chance[0] && chance[0] <= chance[1] && chance[1] <= 1_000_000, `${lease}: ${chance}`);
      }
    }
  }
  assert.ok(shown >= 5, `only ${shown} leases`);
});

test('Two deliveries slip together or each by itself, and add up all the same', () => {
  const of = (...args) => JSON.parse(run('show', 'assets/leases/riot-amd-2026.json', '--as-of', '2026-01-01',
    '--likely', 'first=2026-03-01..2026-05-31,5%', '--json', ...args).out).prospect;
  assert.equal(sum(of().outcomes), 1_000_000);
  const apart = of('--likely', 'second=2026-06-01..2026-08-31', '--slipping', 'apart');
  assert.equal(sum(apart.outcomes), 1_000_000);
});

const refusals = [
  [['--likely', '2026-11-30,2026-10-15'], /comes before even odds/, 'the ninth decile before the median'],
  [['--likely', '2026-10-15,2026-11-30,11%'], /at most 10 %/, 'more than a tenth is left for never'],
  [['--likely', '2026-10-15,2026-11-30,2'], /is not a guess/, 'a percentage has its sign'],
  [['--likely', '2026-10-15,2199-11-30'], /4,000 days/, 'a century of days'],
  [['--likely', '2026-10-15,12026-11-30'], /is not a guess/, 'a year beyond the calendar'],
  [['--likely', '2026-13:5'], /list of months/, 'a thirteenth month'],
  [['--likely', '2026-10:0,2026-11:0'], /add up to nothing/, 'weights of nothing'],
  [['--likely', '2026-10:40%,2026-11:50%'], /adds up to 90 %/, 'weights that do not add up'],
  [['--likely', '2026-10:40,2026-11:60%'], /list of months/, 'a weight beside a percentage'],
  [['--likely', '2026-10:40,2026-10:60'], /each once/, 'October twice'],
  [['--likely', 'late:'], /days late/, 'no days at all'],
  [['--likely', 'late:-4'], /Slips are from 0/, 'early is not late'],
  [['--likely', 'hall=2026-10-15,2026-11-30'], /no delivery “hall”; it has gpus/, 'another tranche'],
  [['--likely', guess, '--likely', guess], /named twice/, 'two guesses of one delivery'],
  [['--likely', guess, '--as-of', '2026-11-01'], /lies before 2026-11-01/, 'even odds in the past'],
  [['--slipping', 'sideways'], /together or apart/, 'a word that is none'],
  [['--elsewhere', 'six'], /such as 6\.00/, 'a price in letters'],
  [['--elsewhere', '-6'], /such as 6\.00/, 'a price below nothing'],
  [['--elsewhere', '6.12345'], /four decimals/, 'finer than is reckoned'],
  [['--gap', '30'], /after elsewhere/, 'a gap of nothing'],
  [['--elsewhere', '6', '--extra', '1.234'], /amount in USD/, 'a tenth of a cent'],
];
for (const [args, sentence, why] of refusals) {
  test(`A sentence says what is wrong with ${args.join(' ')}: ${why}`, () => {
    const { status, out, said } = show(...args);
    assert.equal(status, 2);
    assert.equal(out, '');
    assert.match(said, sentence);
  });
}

test('Leaving Google’s lease at $6 a GPU-hour saves what the arithmetic says', () => {
  // 27 months of $920 million, less 110,000 x 24 x 822 days x $6.
  const { out } = show('--elsewhere', '6');
  assert.match(out, /\$24,840,000,000\.00 +\$13,020,480,000\.00 +\$0\.00 +\$11,819,520,000\.00 +\$11\.4466/);
  assert.match(out, /÷ 110,000 GPUs ÷ 720 hours = \$11\.6162 a GPU-hour/);
});

test('Where fees or units are not public, staying and leaving are not compared', () => {
  const { status, said } = run('show', 'assets/leases/riot-amd-2026.json', '--elsewhere', '6');
  assert.equal(status, 2);
  assert.match(said, /cannot be compared/);
});

test('A guess and a price have figures by name, and a link asks them too', () => {
  const { out } = show('--likely', guess, '--elsewhere', '6', '--figures');
  const figures = Object.fromEntries(out.trim().split('\n').map((line) => line.split('\t')));
  assert.equal(figures['likely.supposed'], 'even odds by 15 October 2026, nine in ten by 30 November 2026, 2 % never');
  assert.equal(figures['likely.google-may-leave'], '32 in 100');
  assert.equal(figures['likely.on-time'], '11 in 100');
  assert.equal(figures['likely.late-delivery.tenant'], '36 in 100');
  assert.equal(figures['likely.firm.median'], '$5,520,000,000.00');
  assert.equal(figures['elsewhere.convenience.break-even'], '$11.4466');
  assert.equal(figures.verdict, show('--figures').out.match(/^verdict\t(.*)$/m)[1]);
  const link = `as-of=2026-09-27&likely=${guess}&elsewhere=6`;
  assert.equal(run('show', google, '--link', link, '--figures').out, out);
  assert.match(run('show', google, '--link', 'likely=soon').said, /is not a guess/);
});

test('The table of a lease has the chances of a guess and the amounts of a price', () => {
  const csv = (...args) => run('render', google, '--as-of', '2026-09-27', '--to', 'csv', ...args).out;
  const plain = csv();
  const { length } = plain;
  const asked = csv('--likely', guess, '--elsewhere', '6');
  assert.equal(asked.slice(0, length), plain);
  const lines = asked.slice(length).split('\r\n');
  for (const line of [
    'likely,outcome,Google may leave,,,,32 in 100,316522,,,,supposed,,,parts of a million,,,',
    'likely,late-delivery.arises,Late delivery,Google,,,36 in 100,360870,,,,supposed,,,parts of a million,,,',
    'likely,late-delivery.ends.median,Late delivery,Google,2026-10-31,2026-10-31,2026-10-31,,,,,supposed,,,,,,',
    'likely,firm.tenth,Payable if the first free way out is taken,,,,890322580.65,890322580.65,,,USD,supposed,,,,,,',
    'elsewhere,convenience.saves,Convenience,Google,,,11819520000.00,11819520000.00,,,USD,supposed,,,,,,',
    'elsewhere,convenience.break_even,Convenience,Google,,,11.4466,11.4466,,,USD,supposed,,,,,,',
  ]) assert.ok(lines.includes(line), line);
  const columns = (line) => line.replace(/"[^"]*"/g, '').split(',').length;
  for (const line of lines.slice(0, -1)) assert.equal(columns(line), 18, line);
  assert.equal(run('render', google, '--to', 'csv', '--likely', 'hall=2026-10-15,2026-11-30').status, 2);
});

test('The card of a guess has its chances, the most likely first', () => {
  const card = (...args) => run('render', google, '--as-of', '2026-09-27', '--to', 'card', ...args).out;
  assert.match(card('--likely', guess),
    />A guess: even odds by 15 October 2026, nine in ten by 30 November 2026, 2 % never<.*>Late 53 in 100 · Google may leave 32 in 100 · On time 11 in 100 · Either side may leave 4 in 100</);
  assert.doesNotMatch(card(), /A guess/);
});

test('The library’s own delays make a guess that can be used', () => {
  const { out } = run('slips', ...leases);
  assert.match(out, /terawulf-core42 +cb2 +the fourth quarter of 2025 +31 Mar 2026 +between 90 and 181/);
  const [, text] = out.match(/--likely (\S+)/);
  assert.match(show('--likely', text).out, /What follows/);
});
