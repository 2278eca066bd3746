import { stemOf, tokenize } from '../../../understanding/classifier/tokens.ts';

/** Words of a question that say nothing of its matter. */
const FRAME: ReadonlySet<string> = new Set(
  ('a an the is are was were be been do does did have has had can could would will should may might you your yours i my me we our it its this that these those there ' +
    'of to in on at by for from with if or and not no any some when while as after before please tell know think happen check see so than then what which how whether').split(' '),
);

/** In the place of a word that the question has as well. */
const SHARED = 'thatthing';

/**
 * An answer with the matter taken out: words that the question has stand as one, so that what is left is how yes and no are
 * said. "The fuse is not blown" to "Has the fuse blown?" is "the thatthing is not thatthing".
 */
export function againstQuestion(question: string, reply: string): string {
  const matter = new Set(tokenize(question).filter((word) => !FRAME.has(word)).map(stemOf));
  return reply
    .split(/\s+/)
    .map((written) => {
      const [word] = tokenize(written);
      return word !== undefined && !FRAME.has(word) && matter.has(stemOf(word)) ? written.replace(/[\p{L}\p{N}'’-]+/u, SHARED) : written;
    })
    .join(' ');
}
