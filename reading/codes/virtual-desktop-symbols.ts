/**
 * Names of errors in the diagnostics of Azure Virtual Desktop (`CodeSymbolic` in its logs). One number stands for several
 * of them there, so the name says more than the number and is kept beside it.
 */
export const VIRTUAL_DESKTOP_SYMBOLS: Readonly<Record<string, number>> = {
  ConnectionFailedAdTrustedRelationshipFailure: 0x80004005,
  ConnectionFailedClientDisconnect: 0x80004005,
  ConnectionFailedServerDisconnect: 0x80004005,
  ConnectionFailedReverseUngracefulClose: 0x80004005,
  ConnectionFailedUserHasValidSessionButRdshIsUnhealthy: 0x80131500,
  ConnectionFailedNoHealthyRdshAvailable: 0x80131500,
  ConnectionFailedUserNotAuthorized: 0x80131500,
  ConnectionBroken: 0x8,
  UnexpectedNetworkDisconnect: 0xe,
  ReverseConnectFailed: 0x18,
  ReverseConnectResponseTimeout: 0x3a,
  ConnectionBrokenMissedHeartbeatThresholdExceeded: 0x10b,
  TransportClosedUnexpectedly: 0x204,
  SocketConnectionTimedOut: 0x704,
  ClientNetworkUnavailable: 0xc04,
  SYSTEM_EVENT_ERR_SHUTDOWN: 0x5b8d82,
};

/** Lower-case name -> the name as it is printed. */
export const VIRTUAL_DESKTOP_NAMES: ReadonlyMap<string, string> = new Map(Object.keys(VIRTUAL_DESKTOP_SYMBOLS).map((name) => [name.toLowerCase(), name]));
