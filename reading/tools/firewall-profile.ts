import type { Observation } from '../evidence.ts';
import { observe, type Reader } from '../reader.ts';

const NETSH = /(domain|private|public|domänen?|privates?|öffentliches)[ -]?(?:profile? settings|profil ?einstellungen|profileinstellungen|profil-einstellungen)[^]{0,120}?(?:state|status|zustand)\s{1,40}(on|off|ein|aus)\b/g;
const POWERSHELL = /(?:^|\n)[ \t>]{0,6}name\s{1,40}:\s{1,3}(domain|private|public)\s{1,20}enabled\s{1,40}:\s{1,3}(true|false)/g;
const TABLE = /(?:^|\n)[ \t>]{0,6}(domain|private|public)\s{1,20}(true|false)(?=\s|$)/g;

export const firewallProfileReader: Reader = {
  hint: /profile settings|profileinstellungen|profil-einstellungen|netfirewallprofile|(?:domain|private|public)\s{1,20}(?:enabled|true|false)/,
  read(page) {
    const found: Observation[] = [];
    for (const pattern of [NETSH, POWERSHELL, TABLE]) {
      for (const match of page.lower.matchAll(pattern)) {
        const word = match[1] ?? '';
        const profile = word.startsWith('dom') ? 'domain' : word.startsWith('priv') ? 'private' : 'public';
        const on = /^(?:on|ein|true)$/.test(match[2] ?? '');
        found.push(observe('firewall-profile', { profile, on }, page, match.index, match.index + match[0].length));
        if (found.length >= 6) return found;
      }
    }
    return found;
  },
};
