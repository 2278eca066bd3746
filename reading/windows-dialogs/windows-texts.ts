import type { DialogText } from './dialog-text.ts';

/**
 * What Remote Desktop Connection and Windows App print, in English. Lower case, white space as one blank;
 * only as much of each text as tells it from the others. Where a text is always printed with one code, that code is given.
 */
export const WINDOWS_TEXTS: readonly DialogText[] = [
  { id: 'socket-closed', code: '0x904', any: ['socket closed.', 'terminal server has ended your connection'] },
  {
    id: 'connection-lost',
    code: '0x904',
    extended: '0x0',
    any: [['session has ended', 'connection to the remote computer was lost'], 'the connection to the remote computer was lost, possibly due to network'],
  },
  {
    id: 'one-of-these-reasons',
    code: '0x204',
    any: [
      "can't connect to the remote computer for one of these reasons",
      'cannot connect to the remote computer for one of these reasons',
      '1) remote access to the server is not enabled',
      'make sure the remote computer is turned on and connected to the network, and that remote access is enabled',
      'make sure the pc is turned on and connected to the network, and that remote access is enabled',
    ],
  },
  {
    id: 'cannot-find-computer',
    code: '0x104',
    any: ["remote desktop can't find the computer", 'remote desktop cannot find the computer', "because the pc can't be found", "we couldn't find the remote pc"],
  },
  {
    id: 'connection-timed-out',
    code: '0x108',
    any: ['the remote connection has timed out', "didn't respond in time", 'did not respond in time', 'the connection timed out. try connecting'],
  },
  { id: 'console-session', code: '0x708', any: ['you already have a console session in progress', 'another console session on the remote computer'] },
  {
    id: 'cannot-connect',
    any: [
      "this computer can't connect to the remote computer",
      'this computer cannot connect to the remote computer',
      'the client could not connect to the remote computer',
      "we couldn't connect to the remote pc",
    ],
  },
  { id: 'internal-error', code: '0x4', any: ['an internal error has occurred', 'an internal error occurred'] },
  { id: 'session-ended-error', code: '0x4', any: ['your session ended because of an error'] },
  { id: 'protocol-error', code: '0xd06', any: ['because of a protocol error', 'a protocol error detected at the client'] },
  { id: 'encryption-error', code: '0xc06', any: ['because of an error in data encryption'] },
  { id: 'out-of-memory', any: ['is low on virtual memory', 'out of memory error'] },
  { id: 'account-expired', code: '0xe07', any: ['user account has expired'] },
  { id: 'account-locked', code: '0xd07', any: ['user account has been locked because', 'account is currently locked out', 'referenced account is currently locked'] },
  { id: 'account-disabled', code: '0xb07', any: ['your account has been disabled', 'account is currently disabled', 'user account has been disabled'] },
  {
    id: 'account-restriction',
    code: '0xc07',
    any: ['account restrictions are preventing', 'a user account restriction', 'user account restriction (for example', 'blank passwords', 'your account has time restrictions'],
  },
  {
    id: 'password-expired',
    code: '0xf07',
    any: [
      'user account password has expired',
      'your password has expired',
      'you must change your password before logging on',
      "user's password must be changed before",
      'update your password or contact',
      'password must be changed before logging on the first time',
    ],
  },
  {
    id: 'credentials-rejected',
    any: [
      'your credentials did not work',
      "your credentials didn't work",
      'the credentials that were used to connect',
      'the logon attempt failed',
      'the login attempt failed',
      'the user name or password is incorrect',
      'the username or password is incorrect',
      'unknown user name or bad password',
    ],
  },
  {
    id: 'not-authorized',
    any: [
      'the user account is not authorized for remote login',
      'you need the right to sign in through remote desktop services',
      'you must be granted the allow log on through',
      'to log on to this remote computer, you must',
      'to sign in remotely, you need the right',
      'not been granted the requested logon type',
      'user has not been granted',
    ],
  },
  {
    id: 'nla-no-domain-controller',
    any: ["domain controller can't be contacted to perform nla", 'domain controller cannot be contacted to perform nla', 'windows domain controller cannot be contacted'],
  },
  { id: 'nla-required', code: '0xb09', any: ['requires network level authentication'] },
  { id: 'credssp-oracle', any: ['credssp encryption oracle remediation', 'encryption oracle remediation'] },
  {
    id: 'lsa-unreachable',
    any: ['the local security authority cannot be contacted', "the local security authority can't be contacted"],
  },
  { id: 'function-not-supported', any: ['the function requested is not supported'] },
  { id: 'authentication-error', any: ['an authentication error has occurred'] },
  {
    id: 'certificate-untrusted',
    any: [
      'the identity of the remote computer cannot be verified',
      'the certificate is not from a trusted certifying authority',
      'the certificate is not from a trusted root',
      'problems with its security certificate',
      "the certificate couldn't be verified back to a root certificate",
      'is not from a trusted certification authority',
    ],
  },
  {
    id: 'certificate-name-mismatch',
    any: ['the server name on the certificate is incorrect', 'the certificate is for a different computer', 'requested name does not match', 'does not match the name on the certificate'],
  },
  { id: 'certificate-expired', code: '0x1b07', any: ['certificate has expired or is not yet valid', 'received an expired or invalid certificate', 'authentication certificate received from the remote computer is expired or invalid', 'certificate is expired or invalid'] },
  { id: 'certificate-revocation', any: ['a revocation check could not be performed', 'could not check whether the certificate was revoked', 'unable to check whether the certificate was revoked'] },
  { id: 'certificate-unexpected', code: '0x907', any: ['unexpected server authentication certificate'] },
  { id: 'clock-difference', code: '0x1d07', any: ['time or date difference between your computer and the remote computer'] },
  {
    id: 'license-none',
    any: ['no remote desktop license servers available', 'no terminal server license servers available', 'no remote desktop licence servers available', 'no remote desktop client access licenses available'],
  },
  { id: 'license-error', any: ['error in the licensing protocol', 'because of a licensing error', 'the licensing protocol'] },
  { id: 'license-grace', any: ['licensing grace period has expired', 'remote desktop services will stop working in', 'remote desktop licensing mode is not configured'] },
  {
    id: 'gateway-refused',
    any: [
      'not listed in the rd gateway',
      'not authorized to access this rd gateway',
      'is not authorized to access the rd gateway',
      'not authorized to connect to the remote desktop gateway',
      'permission list',
    ],
  },
  { id: 'gateway-certificate', any: ["gateway server's certificate", 'gateway server certificate', 'the certificate of the remote desktop gateway', 'gateway server address requested and the certificate subject name do not match'] },
  {
    id: 'gateway-unreachable',
    any: [
      'the remote desktop gateway server is temporarily unavailable',
      'gateway server address is unreachable',
      "couldn't connect to the remote desktop gateway",
      "can't find the remote desktop gateway",
      'unable to find the gateway',
      'gateway server is unreachable',
      "can't connect to the gateway",
    ],
  },
  {
    id: 'connection-limit',
    any: ['exceeded the maximum number of allowed connections', 'too many users are signed in', 'number of connections to this computer is limited', 'maximum number of connections'],
  },
  {
    id: 'taken-over',
    any: ['another user connected to the remote computer', 'another user has connected', 'because another connection was made to the remote computer', 'has been replaced by another connection', 'signed in at a different location'],
  },
  {
    id: 'idle-limit',
    any: ['idle session limit', 'idle timer expired', 'session limit was reached', 'session has been idle over its time limit', 'total logon time limit', 'reached the time limit'],
  },
  { id: 'ended-by-admin', any: ['ended by an administrator', 'disconnected by an administrator', 'by an administrative tool', 'an administrator has ended your session', 'your administrator has ended', 'your administrator ended'] },
  { id: 'logged-off', any: ['you have been logged off', 'session was ended because you signed out'] },
  { id: 'no-resources', any: ['no available resources', 'there are currently no available resources', 'no resources available'] },
  { id: 'resource-error', any: ['an error occurred while accessing this resource'] },
  { id: 'reconnecting', any: ['attempting to reconnect to your session', 'the connection has been lost. attempting'] },
  { id: 'session-ended', any: ['your remote desktop services session has ended', 'your remote desktop session has ended', 'your session has ended'] },
  { id: 'xrdp-login-failed', any: ['login failed for display', 'xrdp: login failed', 'login failed for user'] },
  { id: 'xrdp-problem-connecting', any: ['error - problem connecting', 'error connecting to sesman', 'some problem connecting', 'connecting to sesman ip'] },
  { id: 'remmina-cannot-connect', any: ['unable to connect to rdp server', 'could not connect to the rdp server', 'cannot connect to the rdp server', 'cannot establish a connection to the rdp server'] },
];
