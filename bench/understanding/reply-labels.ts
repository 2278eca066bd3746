import type { Act, Understood } from '../../understanding/act.ts';

/** Labels of replies in a messages file. What has none there is called by the act's own name. */
const LABEL: Readonly<Partial<Record<Act['kind'], string>>> = {
  worked: 'worked',
  'solved-otherwise': 'worked',
  failed: 'not-worked',
  partly: 'not-worked',
  'came-back': 'not-worked',
  done: 'done-next',
  cannot: 'cannot-do',
  skip: 'cannot-do',
  'not-applicable': 'cannot-do',
  'tool-error': 'cannot-do',
  explain: 'explain-more',
  why: 'explain-more',
  term: 'explain-more',
  safe: 'explain-more',
  'ask-code': 'explain-more',
  person: 'want-human',
  send: 'want-human',
  cancel: 'cancel',
  restart: 'restart',
  problem: 'new-problem',
  unclear: 'unclear',
  later: 'unclear',
  none: 'unclear',
  chat: 'unclear',
  'dont-know': 'unclear',
};

const EVIDENCE = 'evidence:';

/** The answer that a label names. */
export function answerNamed(label: string): string | undefined {
  return label.startsWith(EVIDENCE) ? label.slice(EVIDENCE.length) : undefined;
}

/** Every label that a reply was taken for: its act, what it does besides, its answers, and the denial of rights. */
export function labelsOf({ act, also, findings, capabilities }: Understood): readonly string[] {
  const acts = [act, ...(also ? [also] : [])].filter(({ kind }) => kind !== 'evidence');
  return [
    ...acts.map(({ kind }) => LABEL[kind] ?? kind),
    ...findings.map(({ answer }) => EVIDENCE + answer),
    ...(Object.values(capabilities).includes(false) ? ['cannot-do'] : []),
  ];
}
