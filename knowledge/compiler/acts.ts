/**
 * What a message does when it does not answer a question. These are the names after `%` in
 * utterances/<language>/<voice>/acts.txt.
 */
export const ACTS = [
  // How a step went
  'worked', 'failed', 'partly', 'done', 'later', 'cannot', 'skip', 'not-applicable', 'cannot-find', 'tool-error',
  // What the person asks
  'explain', 'why', 'term', 'ask-code', 'safe', 'status', 'another-idea',
  // Where the conversation goes
  'person', 'send', 'no-ticket', 'restart', 'new-problem', 'came-back', 'solved-otherwise',
  // Who can do what
  'has-rights', 'helper-has-rights', 'no-rights',
  // Short replies and courtesies
  'yes', 'no', 'dont-know', 'acknowledge', 'greeting', 'thanks',
  // None of these: it says nothing that the conversation could use
  'none',
] as const;
export type Act = (typeof ACTS)[number];

export function isAct(name: string): name is Act {
  return (ACTS as readonly string[]).includes(name);
}
