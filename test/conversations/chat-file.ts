/** A conversation that people can read: script and expectation at once. */
export interface ChatFile {
  /** Comment lines before the first step, kept as they are. */
  readonly preface: readonly string[];
  readonly steps: readonly ChatStep[];
}

export interface ChatStep {
  readonly input: ChatInput;
  /** What the assistant is expected to say, as written. */
  readonly said: readonly string[];
  /** `expect:` lines: facts that hold after the step, whatever the wording. */
  readonly expectations: readonly string[];
}

/** `given: step ID` and `given: question ID` put that on the table, whatever the policy would: the file is about what is heard then. */
export type ChatInput =
  | { readonly kind: 'user'; readonly lines: readonly string[] }
  | { readonly kind: 'press' | 'given' | 'again' | 'later' | 'helpdesk' | 'restarted' | 'joined' | 'old-press' | 'next-day'; readonly argument: string };

const INDENT = '      ';
const KINDS = ['user', 'press', 'given', 'again', 'later', 'helpdesk', 'restarted', 'joined', 'old-press', 'next-day'] as const;

export function parseChat(text: string): ChatFile {
  const preface: string[] = [];
  const steps: { input: ChatInput; said: string[]; expectations: string[] }[] = [];
  const lines = text.split('\n');
  for (const [index, line] of lines.entries()) {
    const last = steps.at(-1);
    const kind = KINDS.find((each) => line.startsWith(`${each}:`));
    if (kind) {
      const argument = line.slice(kind.length + 1).trim();
      const input: ChatInput = kind === 'user' ? { kind, lines: [argument] } : { kind, argument };
      steps.push({ input, said: [], expectations: [] });
    } else if (!last) preface.push(line);
    else if (line.startsWith('expect:')) last.expectations.push(line.slice('expect:'.length).trim());
    else if (last.input.kind === 'user' && last.said.length === 0 && last.expectations.length === 0 && continuesPaste(lines, index)) {
      last.input = { kind: 'user', lines: [...last.input.lines, line.slice(INDENT.length)] };
    } else last.said.push(line);
  }
  return { preface, steps };
}

/** An indented line, or an empty one with an indented line behind it. */
function continuesPaste(lines: readonly string[], index: number): boolean {
  const next = lines.slice(index).find((line) => line.trim() !== '');
  return next?.startsWith(INDENT) ?? false;
}

/** One step as it stands in the file. */
export function formatStep({ input, expectations }: ChatStep, said: readonly string[]): string {
  const head = input.kind === 'user' ? [`user: ${input.lines[0] ?? ''}`, ...input.lines.slice(1).map((line) => (line === '' ? '' : INDENT + line))] : [`${input.kind}: ${input.argument}`.trimEnd()];
  return [...head, ...expectations.map((each) => `expect: ${each}`), ...said, ''].join('\n');
}
