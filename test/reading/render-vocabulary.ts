import { DIALOG_TEXTS, READERS, STATEMENTS, type ReaderShape } from '../../reading/vocabulary.ts';

const INTRODUCTION = `# What the readers can say

The readers take facts from what a person writes or pastes. Each fact is an *observation*: the name of its reader, and fields. An answer of the graph names the observations that mean it:

\`\`\`yaml
answers:
  - id: port-open
    label: The port answers
    statement: the port answers
    reads:
      - { reader: test-net-connection, tcpTestSucceeded: true }
      - { reader: nmap, port: 3389, state: open }
      - { reader: statement, says: port-open }
\`\`\`

- A rule matches when the reader is equal and **every** field of the rule matches. A list means *any of these*; \`{ min, max }\` bounds a number (both ends belong to it).
- A field that the text did not give is absent, and no rule on it matches but a bound with \`orUnknown: true\`. \`false\` is a finding, absence is none.
- An observation of \`statement\` is *told*; every other one is *measured*, but for an event that is known by its number alone and for a rule with \`told: true\`: they hint, and prove nothing. Where both speak to the same question the measured one counts; between equals the later one in the text.
- Only the listed fields exist. This page is written from \`reading/vocabulary.ts\`; after a change there run \`npx vitest run test/reading/vocabulary.test.ts -u\`.
- Codes are no observations: the graph knows them by \`codes\`.
`;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function readerSection(name: string, shape: ReaderShape): string {
  const rows = Object.entries(shape.fields).map(([field, { type, values, about }]) => {
    const listed = values !== undefined && values.length <= 20 ? `: ${values.map((value) => `\`${value}\``).join(', ')}` : '';
    const below = values !== undefined && values.length > 20 ? ' (listed below)' : '';
    return [`\`${field}\``, type, `${about}${listed}${below}`];
  });
  return `### \`${name}\`\n\n${shape.about}\n\n${table(['field', 'type', 'values'], rows)}`;
}

const ids = (entries: Readonly<Record<string, string>>): string =>
  table(['id', 'sense'], Object.entries(entries).map(([id, sense]) => [`\`${id}\``, sense]));

/** The page docs/authors/readers.md, whole. */
export function renderVocabulary(): string {
  return [
    INTRODUCTION,
    '## Readers\n',
    ...Object.entries(READERS).map(([name, shape]) => `${readerSection(name, shape)}\n`),
    `## Statements (\`says\`)\n\n${ids(STATEMENTS)}\n`,
    `## Dialog texts (\`text\`)\n\n${ids(DIALOG_TEXTS)}\n`,
  ].join('\n');
}
