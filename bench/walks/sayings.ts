/** What people say when a conversation begins. Words and codes of many problems, and some of none. */
export const OPENINGS: readonly string[] = [
  'Error code: 0x904\nExtended error code: 0x7',
  'error 0x204',
  'Error code: 0x516',
  'CredSSP encryption oracle remediation, it will not connect',
  'black screen after I sign in',
  'I keep getting disconnected every ten minutes',
  'remote desktop says my credentials did not work',
  "I can't print in the remote session",
  'the certificate is not from a trusted authority, should I connect?',
  'very slow session, typing lags',
  "remote desktop can't find the computer srv-app07",
  'only one of my two monitors is used',
  'no remote desktop license servers available',
  'since the update this morning rdp does not work any more',
  'the gateway refuses me',
  'my azure vm does not answer on rdp',
  'another user is signed in, do you want to disconnect them?',
  'it does not work',
  'help',
  'my outlook is slow',
  '0x7',
  'error code 0x9O4',
];

/** What people say in the middle, whatever is open. */
export const ASIDES: readonly string[] = [
  'TcpTestSucceeded : False', 'only this server fails', 'what is NLA?', "I'm not an administrator", 'I am an administrator', "can't, no rights",
  'get me a human', 'open a ticket', 'not now', 'no ticket', 'send it', 'no', 'yes', 'ok', 'start over', 'stop', 'my printer is offline', 'asdfgh', 'explain', 'why', 'how', '?', '',
  "didn't work, but I see event 1057 now", 'worked! but now printing fails', 'nope. get me a human please', "I'm not admin but my colleague is",
  'maybe the certificate has expired', 'probably others have it too', "that's not so", 'I was wrong about that', 'actually others can connect', 'oops, wrong button',
  'can we try the firewall first?', "let's restart the vpn instead", "let's pause the antivirus network filter instead", 'can we try to connect once without NLA?', "I'd rather not do that", "I don't know, but it is only this server", 'I cannot find it', "it's back",
  'now it says 0x904 0x7', 'the same problem', 'a new one', 'the second one', '2', 'this is ridiculous!!', 'please hurry, I have a meeting', 'thank you',
  'funktioniert immer noch nicht', 'je me suis trompé', 'まだつながりません', 'any news?', 'hmm the thing', 'done', 'done, what next', 'one sec',
  'connecting again made no difference', 'it works since I restarted the router', 'is that safe?', 'can I undo it?', 'Access is denied.', 'no, only this one',
  'it is only from home, in the office it works', 'the certificate is still valid', 'could it be the graphics driver?', 'is there an outage?', 'how long does this take?',
  "what's next?", 'is it my fault?', 'how do I get onto the server without rdp?', 'give me something to send to IT', 'I have no IT', 'we do have a helpdesk', "that's another problem",
  'there is no such thing here', "I don't know", 'skip it', 'show me the step again', 'delete my data', 'what does 0x904 mean?', 'I am the only one here', 'please add that it is urgent',
];

/** What these say of the open step is beyond doubt. */
export const OUTCOMES = {
  'It works now': 'worked',
  'that fixed it': 'worked',
  "Didn't help": 'failed',
  'that did not help': 'failed',
  'same error': 'failed',
  'Skip it': 'skipped',
} as const;
