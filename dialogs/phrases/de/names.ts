import type { Command, Confidence, Role, Side, Space } from '../../../knowledge/compiler/types.ts';

/** Für jedes Ding ein Wort (docs/authors/translating.md). */

export const SIDE: Readonly<Record<Side, string>> = {
  client: 'auf Ihrem Computer',
  server: 'auf dem Remotecomputer',
  network: 'im Netzwerk dazwischen',
};

/** Im Akkusativ. */
export const SIDE_NOUN: Readonly<Record<Side, string>> = {
  client: 'Ihren Computer',
  server: 'den Remotecomputer',
  network: 'das Netzwerk dazwischen',
};

export const WHO: Readonly<Record<Role, string>> = {
  user: 'Sie selbst',
  'client-admin': 'die Administration Ihres Computers',
  'server-admin': 'die Administration des Remotecomputers',
  'network-admin': 'die Netzwerk- und Firewallbetreuung',
  'domain-admin': 'die Domänenadministration',
  'cloud-admin': 'die Verwaltung des Cloud-Abonnements',
};

export const CONFIDENCE: Readonly<Record<Confidence, string>> = {
  official: 'So steht es beim Hersteller.',
  case: 'Berichtet von Leuten mit genau diesem Fehler.',
  inferred: 'Aus belegten Tatsachen hergeleitet.',
  general: 'Allgemein bekannt über Windows.',
  'second-hand': 'Nur aus zweiter Hand berichtet, also mit Vorsicht zu nehmen.',
  judgement: 'Unsere Einschätzung.',
};

export const PLACE: Readonly<Record<Space, string>> = {
  'mstsc-disconnect': 'Remotedesktopverbindung unter Windows',
  'mstsc-extended': 'Hinter „Erweiterter Fehlercode“',
  errinfo: 'Ein Protokoll von FreeRDP oder xrdp',
  errconnect: 'Eine Meldung von FreeRDP oder Remmina',
  gateway: 'Eine Meldung über das RD-Gateway',
  'windows-app': 'Die Windows App, auf einem Mac oder Handy',
  'azure-virtual-desktop': 'Azure Virtual Desktop',
  hresult: 'Eine Fehlermeldung von Windows',
  'tls-alert': 'Eine Warnung von TLS oder Schannel',
  event: 'Die Ereignisanzeige',
  fatal: 'Ein schwerer Fehler des Clients',
  logon: 'Ein Fehler bei der Anmeldung',
};

export const HOW_TO_OPEN: Readonly<Record<Command['shell'], (admin: boolean, where: string) => string>> = {
  powershell: (admin, where) => `So geben Sie den Befehl ${where} ein: Windows-Taste drücken, *powershell* tippen, ${asAdministrator(admin)}. Eingefügt wird mit der rechten Maustaste.`,
  cmd: (admin, where) => `So geben Sie den Befehl ${where} ein: Windows-Taste drücken, *cmd* tippen, ${asAdministrator(admin)}. Eingefügt wird mit der rechten Maustaste.`,
  bash: (admin, where) => `So geben Sie den Befehl ${where} ein: ein Terminal öffnen${admin ? ' und *sudo* vor den Befehl setzen' : ''}.`,
};

function asAdministrator(admin: boolean): string {
  return admin ? 'den ersten Treffer mit rechts anklicken und *Als Administrator ausführen* wählen' : 'und die Eingabetaste drücken';
}

export function percent(probability: number): string {
  if (probability > 0.99) return 'über 99 %';
  if (probability < 0.01) return 'unter 1 %';
  return `${Math.round(probability * 100)} %`;
}

/** Ergänzt „Das behebt ...“. */
export function oftenInWords(probability: number): string {
  if (probability >= 0.6) return 'die meisten solchen Fälle';
  if (probability >= 0.4) return 'etwa die Hälfte solcher Fälle';
  const oneIn = Math.round(1 / Math.max(probability, 0.01));
  return oneIn > 20 ? 'nur wenige solche Fälle' : `etwa einen von ${oneIn} solchen Fällen`;
}

export function minutes(value: number): string {
  const rounded = Math.max(1, Math.round(value));
  return rounded === 1 ? '1 Minute' : `${rounded} Minuten`;
}

export function inWords(parts: readonly string[]): string {
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} und ${parts.at(-1) ?? ''}`;
}
