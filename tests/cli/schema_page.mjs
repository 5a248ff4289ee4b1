// The tables of assets/schema/README.md, made from the schemas: every object with its keys, every
// form of rule, every word.

const spaced = (value) => JSON.stringify(value, null, 1)
  .replace(/\n\s*/g, ' ').replace(/([[{]) /g, '$1').replace(/ ([\]}])/g, '$1');
const code = (text) => `\`${text}\``;
const row = (...cells) => `| ${cells.map((cell) => cell.replace(/\|/g, '\\|')).join(' | ')} |`;
const rule = (columns) => row(...Array(columns).fill('---'));
const target = ($ref) => $ref.split('/').pop();

function held(property) {
  if (property.$ref) return code(target(property.$ref));
  if (property.items) return `list of ${held(property.items)}`;
  if (property.additionalProperties) return `${held(property.additionalProperties)} by id`;
  return property.type;
}

function objectTable(name, { description, examples, properties, required }) {
  return [
    `**${name}**: ${description}`, '',
    ...(examples ? [code(spaced(examples[0])), ''] : []),
    row('key', 'must', 'holds', 'what it says'), rule(4),
    ...Object.entries(properties).map(([key, property]) =>
      row(code(key), required?.includes(key) ? 'yes' : '', held(property), property.description ?? '')),
    '',
  ];
}

function choiceLine(name, { description, anyOf, examples }) {
  const ways = anyOf.map(({ $ref }) => code(target($ref))).join(', ');
  return [`**${name}**: ${description} One of ${ways}. Example: ${code(spaced(examples[0]))}.`, ''];
}

/** The objects and choices of one schema; `isOther` names the definitions that stand elsewhere. */
function objects(schema, isOther) {
  return Object.entries(schema.$defs).flatMap(([name, definition]) => {
    if (isOther(name) || /^terms|^expect$|answers?$/.test(name)) return [];
    if (definition.type === 'object' && definition.properties) return objectTable(name, definition);
    return definition.anyOf?.every(({ $ref }) => $ref) ? choiceLine(name, definition) : [];
  });
}

function forms(schema, kind) {
  const { description, anyOf } = schema.$defs[kind];
  const rows = anyOf.map(({ $ref }) => {
    const { description: says, examples, properties = {}, required = [] } = schema.$defs[target($ref)];
    const keys = Object.keys(properties).filter((key) => key !== 'clause')
      .map((key) => (required.includes(key) ? code(key) : `[${code(key)}]`)).join(' ');
    return row(code(target($ref)), keys, says, code(spaced(examples[0])));
  });
  return [`**${kind}**: ${description}`, '', row('form', 'keys', 'what it says', 'example'), rule(4), ...rows, ''];
}

function words(name, { description, anyOf }) {
  const all = anyOf.filter((way) => way.const);
  const lines = all.some((way) => way.description)
    ? [row('word', 'what it means'), rule(2), ...all.map((way) => row(code(way.const), way.description))]
    : [`${all.map((way) => code(way.const)).join(', ')}.`];
  return [`**${name}**: ${description}`, '', ...lines, ''];
}

/** `isOther(name)`: whether a definition is of a rule or a setting and no object. */
export function tables(leaseSchema, caseSchema, isOther) {
  const answers = ['right_answers', 'fee_answers', 'money_answers'];
  const worded = Object.entries({ ...leaseSchema.$defs, basis: caseSchema.$defs.basis })
    .filter(([name, { anyOf }]) => anyOf?.some((way) => way.const) && !/^unit[.]|^weekday$/.test(name));
  return [
    '## The objects of a lease', '',
    ...objectTable('lease', leaseSchema), ...objects(leaseSchema, isOther),
    '## The objects of a case', '',
    ...objectTable('case', caseSchema), ...objects(caseSchema, isOther),
    ...answers.flatMap((name) => objectTable(name, caseSchema.$defs[name])),
    '## The forms of rules', '', 'Keys in brackets may be left out. Any rule may have a `clause` too.', '',
    ...['day', 'instant', 'count', 'amount', 'condition', 'days'].flatMap((kind) => forms(leaseSchema, kind)),
    '## The words', '',
    ...worded.flatMap(([name, definition]) => words(name, definition)),
  ].join('\n');
}
