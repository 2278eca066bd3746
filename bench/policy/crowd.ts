import type { Figure } from '../bench.ts';
import type { TroubleshootingModel } from '../../troubleshooting/model.ts';
import { converse, type Manner, type Person, type Policy, type Session } from '../../learning/simulation/people.ts';
import { interval, mean, summarise } from './statistics.ts';

/** The same people, one conversation each, under one policy. */
export function meet(world: TroubleshootingModel, bot: TroubleshootingModel, policy: Policy, people: readonly Person[], manner: Manner): Session[] {
  return people.map((person) => converse(world, bot, policy, person, manner));
}

export function minutesOf(sessions: readonly Session[]): number[] {
  return sessions.map((session) => session.minutes);
}

/** Saving of `own` against `other` in percent of the other's mean, paired, with its 95 % interval. */
export function saving(id: string, own: readonly Session[], other: readonly Session[]): Figure {
  const base = mean(minutesOf(other));
  const gained = own.map((session, index) => (100 * (other[index]!.minutes - session.minutes)) / base);
  return { id, value: mean(gained), unit: '%', n: own.length, ci: interval(gained) };
}

/** What a policy's conversations were like. */
export function describeSessions(id: string, sessions: readonly Session[]): Figure[] {
  const n = sessions.length;
  const minutes = minutesOf(sessions);
  const { p50, p95 } = summarise(minutes);
  return [
    { id: `${id}.minutes`, value: mean(minutes), unit: 'min', n, ci: interval(minutes) },
    { id: `${id}.minutes-p50`, value: p50, unit: 'min', n },
    { id: `${id}.minutes-p95`, value: p95, unit: 'min', n },
    { id: `${id}.solved`, value: mean(sessions.map(({ solvedBy }) => (solvedBy >= 0 ? 1 : 0))), unit: 'share', n },
    { id: `${id}.turns`, value: mean(sessions.map(({ turns }) => turns)), unit: 'turns', n },
    { id: `${id}.asks`, value: mean(sessions.map(({ asks }) => asks)), unit: 'questions', n },
    { id: `${id}.fixes`, value: mean(sessions.map(({ fixes }) => fixes)), unit: 'fixes', n },
  ];
}

/** "This helps with p" against what came: the Brier score, and the mean promise beside the share that helped. */
export function calibration(id: string, sessions: readonly Session[]): Figure[] {
  const promises = sessions.flatMap((session) => session.promises);
  if (promises.length === 0) return [];
  const n = promises.length;
  return [
    { id: `${id}.promised`, value: mean(promises.map(({ p }) => p)), unit: 'share', n },
    { id: `${id}.helped`, value: mean(promises.map(({ helped }) => (helped ? 1 : 0))), unit: 'share', n },
    { id: `${id}.brier`, value: mean(promises.map(({ p, helped }) => (p - (helped ? 1 : 0)) ** 2)), unit: 'score', n },
  ];
}
