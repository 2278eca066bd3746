/** The small part of Windows that the commands of fixes touch. Names are lower case. */
export interface WindowsState {
  /** Key -> value name -> data. A key without values counts as absent. */
  readonly registry: Map<string, Map<string, string>>;
  readonly services: Map<string, 'running' | 'stopped'>;
  /** Store -> thumbprints. */
  readonly certificates: Map<string, Set<string>>;
  /** Remote Desktop's key files in MachineKeys -> who may do what, as `SID:(R)`. */
  readonly keyFiles: Map<string, Set<string>>;
  readonly members: Set<string>;
  readonly account: { enabled: boolean; expires: string };
  /** Names of the switches that are on or the numbers that are set: the firewall group, the adapter's offloads, an MTU. */
  readonly settings: Map<string, string>;
  /** What commands saved on the disk; not compared, since a copy left there changes nothing. */
  readonly saved: Map<string, WindowsState>;
}

export const REMOTE_DESKTOP_STORE = 'remote desktop';
export const PERSONAL_STORE = 'my';
export const KEY_FILE = 'f686aace6942fb7f7ceb231212eef4a4_1';

/** A computer on which nothing was ever set. */
export function freshComputer(): WindowsState {
  return {
    registry: new Map(),
    services: new Map([['termservice', 'running'], ['umrdpservice', 'running'], ['sessionenv', 'running'], ['keyiso', 'stopped'], ['cryptsvc', 'running'], ['certpropsvc', 'stopped']]),
    certificates: new Map([[REMOTE_DESKTOP_STORE, new Set(['old'])], [PERSONAL_STORE, new Set(['company'])]]),
    keyFiles: new Map([[KEY_FILE, new Set(['*s-1-5-18:(f)'])]]),
    members: new Set(),
    account: { enabled: false, expires: '2020-01-31' },
    settings: new Map([['firewall', 'off'], ['lso', 'on'], ['checksum', 'on'], ['mtu', '1400']]),
    saved: new Map(),
  };
}

export function copyOf(state: WindowsState): WindowsState {
  return structuredClone({ ...state, saved: new Map(state.saved) });
}

/** What is compared: everything but what lies saved on the disk. */
export function visible(state: WindowsState): unknown {
  const { saved: _, registry, ...rest } = state;
  return { ...rest, registry: new Map([...registry].filter(([, values]) => values.size > 0).sort(([a], [b]) => a.localeCompare(b))) };
}
