// Plain JavaScript without imports of packages: it runs before there are any.

/**
 * What `ensure-installed.mjs` found.
 * @typedef {object} Found
 * @property {string} fingerprint of package.json and the lock file as they are now
 * @property {boolean} wantsDev the command needs the tools for testing
 * @property {boolean} empty there is no node_modules, or nothing in it
 * @property {string} [stamp] the JSON that the last install of ours left
 * @property {string} [hiddenLock] node_modules/.package-lock.json, in which npm notes what it installed
 */

/**
 * What to run, or undefined when all is there. It only ever adds: tools for testing that are there stay, whoever
 * installed them, also when the server alone would not need them.
 * @param {Found} found
 * @returns {{ command: readonly string[], dev: boolean } | undefined}
 */
export function installPlan({ fingerprint, wantsDev, empty, stamp, hiddenLock }) {
  // `npm ci` empties node_modules first, which would pull the floor from under a server that runs from it.
  if (empty) return { command: ['ci'], dev: wantsDev };
  const last = parsed(stamp);
  if (last?.fingerprint === fingerprint && (last.dev === true || !wantsDev)) return undefined;
  return { command: ['install', '--no-save'], dev: wantsDev || last?.dev === true || hasDev(parsed(hiddenLock)) };
}

/** @param {Record<string, unknown> | undefined} lock */
function hasDev(lock) {
  return Object.values(lock?.packages ?? {}).some((entry) => entry?.dev === true);
}

/**
 * @param {string | undefined} json
 * @returns {Record<string, unknown> | undefined} undefined also when it is damaged
 */
function parsed(json) {
  try {
    const value = JSON.parse(json ?? 'null');
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
