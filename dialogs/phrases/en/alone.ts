/** Where nobody reads tickets. */

export const NO_HELPDESK = "Noted: there's no support here, so I won't offer a ticket.";
export const HAS_HELPDESK = 'Good. Then I can open a ticket when you want one.';
export const NO_TICKETS = 'There\'s no support here, so there are no tickets. Say "person" and I\'ll write down what is known for somebody who can help you.';
export const REPORT_TO_SEND = 'This is what is known so far. Send it to somebody who can help: a friend, a repair shop, or whoever looks after the remote computer.';
export const NOTHING_LEFT_ALONE =
  "I'm out of steps that you could take from where you are. Somebody who can look at the computers themselves should go on. Send them this, so they don't have to start over:";
