/** Milliseconds since the epoch. A clock that is set back goes on from where it was: what is due in two seconds is, and not in an hour. */
export function createSteadyClock(wall: () => number = Date.now): () => number {
  let last = wall();
  let ahead = 0;
  return () => {
    const now = wall();
    if (now < last) ahead += last - now;
    last = now;
    return now + ahead;
  };
}
