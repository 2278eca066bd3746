import { createHash } from 'node:crypto';
import type { KnowledgeGraph } from '../../knowledge/compiler/types.ts';
import { COLLECTOR_KEYS, type CollectorKey } from '../../reading/collector/keys.ts';

const SCRIPTS = { client: 'client-check', server: 'server-check' } as const;

const INTRODUCTION = `# One paste that tells the most

Two scripts read what single questions would ask for one by one. They change nothing, fetch nothing, and are copied from the chat, never downloaded:

- **the client's**, from the person's own chair and without administrator rights. It connects to the remote computer once, as far as the encryption, and says at which stage the connection ended and which certificate was shown. No password is asked for or sent.
- **the server's**, on the remote computer as administrator.

What they print is \`reconnect/1\`: one \`key=value\` a line, no human language, names only as hashes, less than 4 kB. The first line names the side and the edition of the script, the last the number of facts, so that a cut is seen. The reader (\`reading/collector/\`) takes the lines in any order, quoted, joined, more than once, and from any edition: a key never changes its meaning, and unknown ones are passed over.

| value | meaning |
| --- | --- |
| a word or a number | what was read |
| \`3@12\` | three events, the last 12 hours ago; for a reason: reason 3, 12 hours ago |
| \`none\` | looked for, and there is nothing; a number that is not set |
| \`denied\` | no rights to read it |
| \`off\` | the log is switched off |
| \`na\` | it could not be read |

An event counts only with its provider; Schannel's only where it is a server's credential. \`denied\`, \`off\` and \`na\` answer no question: only \`none\` says that there is nothing.

**The scripts were not run on Windows for this edition.** They use .NET and what Windows PowerShell 5.1 has. The probe's logic runs in the tests as its twin in TypeScript (\`test/collector/\`) against real servers: Debian's xrdp with a good, an expired and an unreadable certificate, and ports that close at every stage.

A change of what a script prints gives it the next edition in its first line. Write a new key in \`reading/collector/keys.ts\`, print it in the script, and let answers read it: \`{ reader: reconnect, key: value }\`.
`;

const KINDS: Readonly<Record<CollectorKey['kind'], string>> = { word: 'word', number: 'number', count: 'count', reason: 'reason', text: 'text' };

function row([key, { kind, values, about }]: [string, CollectorKey]): string {
  return `| \`${key}\` | ${KINDS[kind]} | ${about}${values === undefined ? '' : `: ${values.map((value) => `\`${value}\``).join(', ')}`} |`;
}

/** The page docs/authors/collector.md, whole. */
export function renderCollector(graph: KnowledgeGraph): string {
  const scripts = Object.entries(SCRIPTS).map(([side, id]) => {
    const text = graph.diagnostics.get(id)?.command.text ?? '';
    return `| ${side} | \`${id}\` | ${Buffer.byteLength(text)} bytes | \`${createHash('sha256').update(text).digest('hex')}\` |`;
  });
  const keys = (side: 'client' | 'server'): string =>
    ['| key | kind | what it says |', '| --- | --- | --- |', ...Object.entries(COLLECTOR_KEYS).filter(([, { sides }]) => sides.includes(side)).map(row)].join('\n');
  return [
    INTRODUCTION,
    '## The scripts\n',
    `They stand in \`knowledge/graph/one-paste.yaml\`; \`npm run --silent knowledge -- export\` holds them as they are shown.\n\n| side | diagnostic | size | SHA-256 |\n| --- | --- | --- | --- |\n${scripts.join('\n')}\n`,
    `## The client's facts\n\n${keys('client')}\n`,
    `## The server's facts\n\nThose of the gateway, the broker and licensing are printed by their own diagnostics.\n\n${keys('server')}\n`,
  ].join('\n');
}
