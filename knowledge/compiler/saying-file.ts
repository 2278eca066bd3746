/** A section of an utterance file: what its sayings mean, and the sayings as written. */
export interface Section {
  /** The question that is open, or undefined for an act. */
  readonly question?: string;
  /** An answer id, `?` (a don't-know that makes sense under this question only), `other`, or the name of an act. */
  readonly name: string;
  readonly line: number;
  readonly templates: readonly Template[];
}

/** A saying with its alternatives, such as `it (still|) hangs`, and its line number. */
export interface Template {
  readonly text: string;
  readonly line: number;
}

/** A line that stands where it means nothing. */
export interface Misplaced {
  readonly line: number;
  readonly text: string;
  readonly reason: 'before-any-section' | 'answer-without-question';
}

export interface SayingFile {
  /** Relative to the folder of utterances: `en/office/socket.txt`. */
  readonly path: string;
  readonly language: string;
  readonly voice: string;
  /** `acts`, or the family of the graph in which the questions are defined. */
  readonly family: string;
  readonly sections: readonly Section[];
  /** Every `@question` header in order, also those without sections. */
  readonly questions: readonly { readonly id: string; readonly line: number }[];
  readonly misplaced: readonly Misplaced[];
}

/** Parses an utterance file. The path is `<language>/<voice>/<family>.txt`. Pure; throws when the path has another shape. */
export function parseSayingFile(path: string, content: string): SayingFile {
  const [, language, voice, family] = /^([a-z]{2})\/([a-z0-9-]+)\/([a-z0-9-]+)\.txt$/.exec(path) ?? [];
  if (!language || !voice || !family) {
    throw new Error(`${path} is not an utterance file; put it at <language>/<voice>/<family>.txt, such as en/office/socket.txt.`);
  }
  const sections: { question?: string; name: string; line: number; templates: Template[] }[] = [];
  const questions: { id: string; line: number }[] = [];
  const misplaced: Misplaced[] = [];
  let question: string | undefined;
  let section: (typeof sections)[number] | undefined;
  content.split('\n').forEach((raw, index) => {
    const text = raw.trim().replace(/\s+/g, ' ');
    const line = index + 1;
    const name = text.slice(1).trim();
    if (text === '' || text.startsWith('#')) return;
    if (text.startsWith('@')) {
      question = name;
      section = undefined;
      questions.push({ id: name, line });
    } else if (text.startsWith('%')) {
      question = undefined;
      section = { name, line, templates: [] };
      sections.push(section);
    } else if (text.startsWith('=')) {
      section = question === undefined ? undefined : { question, name, line, templates: [] };
      if (section) sections.push(section);
      else misplaced.push({ line, text, reason: 'answer-without-question' });
    } else if (section) section.templates.push({ text, line });
    else misplaced.push({ line, text, reason: 'before-any-section' });
  });
  return { path, language, voice, family, sections, questions, misplaced };
}
