import type { Command } from './types.ts';

/** What a command may cost besides the minutes of running it. */
export const HAZARDS = ['restart', 'ends-sessions', 'deletes', 'locks-out'] as const;
export type Hazard = (typeof HAZARDS)[number];

const SIGNS: Readonly<Record<Hazard, RegExp>> = {
  // Others are thrown out, memory and open sessions are gone, and a machine may not come back.
  restart: /\bRestart-Computer\b|\bshutdown(?:\.exe)? +[/-]r|\bvm restart\b|(?:^|\s)(?:sudo )?reboot\b/i,
  // Somebody's unsaved work, and the hung session that showed what is wrong.
  'ends-sessions': /\blogoff\b|\breset session\b|\brwinsta\b|\btsdiscon\b|\b(?:Restart|Stop)-Service\b[^\n]*\bTermService\b|\bnet stop\b[^\n]*\bTermService\b|\btaskkill\b/i,
  // What was there cannot be looked at any more.
  deletes: /\bRemove-Item(?:Property)?\b|\breg(?:\.exe)? delete\b|\bcmdkey\b[^\n]*\/delete|\b(?:del|rmdir)\b [^\n]*[\\/]|\brm -r/i,
  // The way in that is left may be the one that is changed.
  'locks-out': /\bnetsh\b[^\n]*\b(?:firewall|portproxy)\b[^\n]*\b(?:delete|set)\b|\bfDenyTSConnections\b[^\n]*\/d 1|\bPortNumber\b[^\n]*\/d\b|\bDisable-NetAdapter\b|\bReset-ComputerMachinePassword\b|\bnetdom\b[^\n]*\bresetpwd\b/i,
};

/** Each hazard once, whichever command carries it. Pure. */
export function hazardsOf(commands: readonly Command[]): readonly Hazard[] {
  return HAZARDS.filter((hazard) => commands.some(({ text }) => SIGNS[hazard].test(text)));
}
