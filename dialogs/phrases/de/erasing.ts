/** Die Worte, die es bestätigen, kennt `own-data` des Verstehens. */
export const ERASE_ASK =
  'Ich kann alles löschen, was hier über Sie gespeichert ist: dieses und frühere Gespräche, den Stand der Dinge, Ihre Tickets und Nachrichten, die unterwegs sind. ' +
  'An einem offenen Ticket arbeitet dann niemand weiter, und nichts davon lässt sich zurückholen.\n\nDrücken Sie den Knopf, oder schreiben Sie **alles löschen**.';
export const ERASE_PROMISED = 'Es wird gelöscht. Das dauert höchstens eine Minute; das Gespräch endet damit.';
