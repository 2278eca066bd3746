import { redact } from '../reading/redact.ts';
import type { ChatTopic, Understood } from './act.ts';
import type { Comprehension } from './comprehension.ts';
import { readMood, type Mood } from './mood.ts';
import { RULES } from './rules.ts';
import type { Heard } from './rule.ts';
import type { Table } from './table.ts';
import { createUtterance, type Utterance } from './utterance.ts';

const TOPIC_OF_MOOD: Readonly<Record<Mood, ChatTopic>> = { angry: 'insult', hurried: 'hurry', thankful: 'thanks' };

/**
 * What a message means, with what is asked, offered, open and known in mind: what the chat runs, what `explain` shows, and what
 * is measured. Sources in strict order: measured, then an answer to the open question, then a plain statement; a guess
 * becomes a question. Pure.
 * @param now dates in the text are compared with it
 */
export function understand(mind: Comprehension, table: Table, raw: string, now: Date): Understood {
  const { text, secrets } = redact(raw);
  const { mood, rest } = readMood(text);
  const utterance = createUtterance(mind, table, rest === '' ? text : rest, now);
  const { heard, rule } = rest === '' && mood ? { heard: moodAlone(mood), rule: 'mood' } : decide(utterance);
  return {
    act: heard.act,
    ...(heard.also && { also: heard.also }),
    findings: heard.findings ?? [],
    capabilities: heard.capabilities ?? {},
    ...(mood && { mood }),
    secrets: [...new Set(secrets.map((secret) => secret.kind))],
    text,
    reading: utterance.reading,
    trace: [{ rule, clause: utterance.text, took: heard.act.kind }, ...(heard.trace ?? [])],
  };
}

function decide(utterance: Utterance): { readonly heard: Heard; readonly rule: string } {
  for (const rule of RULES) {
    const heard = rule.apply(utterance);
    if (heard) return { heard, rule: rule.name };
  }
  return { heard: { act: { kind: 'unclear', guesses: [] } }, rule: 'none' };
}

function moodAlone(mood: Mood): Heard {
  return { act: { kind: 'chat', topic: TOPIC_OF_MOOD[mood] } };
}
