/** Wo niemand Tickets liest. */

export const NO_HELPDESK = 'Notiert: Hier gibt es keinen Support, also biete ich kein Ticket an.';
export const HAS_HELPDESK = 'Gut. Dann kann ich ein Ticket eröffnen, wenn Sie eines möchten.';
export const NO_TICKETS =
  'Hier gibt es keinen Support und deshalb keine Tickets. Schreiben Sie „Mensch“, dann fasse ich zusammen, was bekannt ist, für jemanden, der Ihnen helfen kann.';
export const REPORT_TO_SEND =
  'Das ist bisher bekannt. Schicken Sie es jemandem, der helfen kann: einem Bekannten, einer Werkstatt oder wem auch immer der Remotecomputer untersteht.';
export const NOTHING_LEFT_ALONE =
  'Mir bleibt kein Schritt mehr, den Sie von dort aus gehen könnten. Weiter sollte jemand, der die Computer selbst ansehen kann. Schicken Sie diesen Text mit, dann fängt niemand von vorn an:';
