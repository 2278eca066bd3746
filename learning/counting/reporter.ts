import { createHmac } from 'node:crypto';

/** Hexadecimal digits that are kept: a million buckets notice that one person reports much, and name nobody. */
const DIGITS = 5;

/** A person's bucket for a week. The salt is made from the secret and the week, so buckets of two weeks tell nothing of one another. */
export function createReporters(secret: string): (personId: string, week: number) => string {
  return (personId, week) => {
    const salt = createHmac('sha256', secret).update(`outcomes of week ${week}`).digest();
    return createHmac('sha256', salt).update(personId).digest('hex').slice(0, DIGITS);
  };
}
