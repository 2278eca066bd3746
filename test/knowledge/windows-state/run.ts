import { KEY_FILE, PERSONAL_STORE, REMOTE_DESKTOP_STORE, copyOf, type WindowsState } from './state.ts';

type Effect = (state: WindowsState, ...parts: string[]) => void;

const BINDING = 'hklm\\system\\currentcontrolset\\control\\terminal server\\winstations\\rdp-tcp';

/** Shapes of commands and what they do; the first that fits counts. A command without a shape is a fault of the model. */
const COMMANDS: readonly (readonly [RegExp, Effect])[] = [
  [/^reg add "([^"]+)" \/v (\S+) \/t \S+ \/d "?([^"]*?)"? \/f$/, (state, key = '', name = '', data = '') => valuesOf(state, key).set(name, data)],
  [/^reg delete "([^"]+)" \/v (\S+)(?: \/f)?$/, (state, key = '', name = '') => state.registry.get(key)?.delete(name)],
  [/^reg delete "([^"]+)" \/f$/, (state, key = '') => subtree(state, key).forEach(([each]) => state.registry.delete(each))],
  [/^reg export "([^"]+)" (\S+) \/y$/, (state, key = '', file = '') => {
    const registry = new Map(subtree(state, key));
    if (registry.size > 0) state.saved.set(file, copyOf({ ...state, registry, saved: new Map() }));
  }],
  [/^reg import (\S+)$/, (state, file = '') => {
    for (const [key, values] of state.saved.get(file)?.registry ?? []) for (const [name, data] of values) valuesOf(state, key).set(name, data);
  }],
  [/set-ciminstance -property @{ sslcertificatesha1hash = '([^']+)' }$/, (state, thumbprint = '') => valuesOf(state, BINDING).set('sslcertificatesha1hash', thumbprint)],
  [/^(enable|disable)-netfirewallrule -group '@firewallapi.dll,-28752'$/, (state, how) => state.settings.set('firewall', how === 'enable' ? 'on' : 'off')],
  [/^(enable|disable)-netadapterlso -name '[^']+'$/, (state, how) => state.settings.set('lso', how === 'enable' ? 'on' : 'off')],
  [/^(enable|disable)-netadapterchecksumoffload -name '[^']+'$/, (state, how) => state.settings.set('checksum', how === 'enable' ? 'on' : 'off')],
  [/^netsh interface ipv4 set subinterface "vpn" mtu=(\d+) store=active$/, (state, mtu = '') => state.settings.set('mtu', mtu)],
  [/^stop-service (\S+)(?: -force)?$/, (state, names = '') => names.split(',').forEach((name) => state.services.set(name, 'stopped'))],
  [/^(?:start|restart)-service (\S+)(?: -force)?$/, (state, names = '') => {
    names.split(',').forEach((name) => state.services.set(name, 'running'));
    if (/termservice|sessionenv/.test(names)) makePair(state);
  }],
  [/^powershell\.exe -noprofile -command "restart-service termservice -force"$/, () => undefined],
  [/^get-childitem 'cert:\\localmachine\\remote desktop' \| move-item -destination 'cert:\\localmachine\\my'$/, (state) => {
    for (const thumbprint of storeOf(state, REMOTE_DESKTOP_STORE)) storeOf(state, PERSONAL_STORE).add(thumbprint);
    storeOf(state, REMOTE_DESKTOP_STORE).clear();
  }],
  [/^get-childitem 'cert:\\localmachine\\remote desktop' \| remove-item$/, (state) => storeOf(state, REMOTE_DESKTOP_STORE).clear()],
  [/^move-item 'cert:\\localmachine\\my\\([^']+)' -destination 'cert:\\localmachine\\remote desktop'$/, (state, thumbprint = '') => {
    if (storeOf(state, PERSONAL_STORE).delete(thumbprint)) storeOf(state, REMOTE_DESKTOP_STORE).add(thumbprint);
  }],
  [/^get-childitem \S+f686\S+_\* -exclude \*\.old \| remove-item$/, (state) => [...state.keyFiles.keys()].filter((file) => !file.endsWith('.old')).forEach((file) => state.keyFiles.delete(file))],
  [/^get-childitem \S+f686\S+_\*\.old \| rename-item -newname .*-replace/, (state) => rename(state, (file) => file.replace(/\.old$/, ''))],
  [/^get-childitem \S+f686\S+_\* \| rename-item -newname .*\+ '\.old' }$/, (state) => rename(state, (file) => `${file}.old`)],
  [/^icacls "\S+f686\S+_\*" \/save (\S+)$/, (state, file = '') => state.saved.set(file, copyOf({ ...state, saved: new Map() }))],
  [/^icacls "\S+f686\S+_\*" \/grant (.+)$/, (state, grants = '') => {
    for (const rights of state.keyFiles.values()) for (const [, grant = ''] of grants.matchAll(/"([^"]+)"/g)) rights.add(grant);
  }],
  [/^icacls \S+machinekeys \/restore (\S+)$/, (state, file = '') => {
    for (const [name, rights] of state.saved.get(file)?.keyFiles ?? []) if (state.keyFiles.has(name)) state.keyFiles.set(name, new Set(rights));
  }],
  [/^add-localgroupmember -sid \S+ -member '([^']+)'$/, (state, name = '') => state.members.add(name)],
  [/^remove-localgroupmember -sid \S+ -member '([^']+)'$/, (state, name = '') => state.members.delete(name)],
  [/^(enable|disable)-adaccount name$/, (state, how) => void (state.account.enabled = how === 'enable')],
  [/^set-adaccountexpiration name -datetime '([^']+)'$/, (state, date = '') => void (state.account.expires = date)],
  [/^(reg query|get-\S+|icacls|query|qwinsta|netsh interface (ipv4 )?(show|portproxy)|nltest|gpupdate|\$rdp = )/, () => undefined],
];

/** Runs a block in the model. Throws on a command that the model does not know. */
export function run(state: WindowsState, block: string): void {
  for (const command of commandsOf(block)) {
    const known = COMMANDS.find(([shape]) => shape.test(command));
    if (!known) throw new Error(`The model of Windows does not know "${command}".`);
    known[1](state, ...(known[0].exec(command) ?? []).slice(1));
  }
}

/** One command each: lines and `;`, lower case; what is piped stays together. */
export function commandsOf(block: string): string[] {
  return block
    .split(/\n|;\s/)
    .map((line) => line.trim().replace(/;$/, '').toLowerCase())
    .filter((line) => line !== '');
}

function valuesOf(state: WindowsState, key: string): Map<string, string> {
  const values = state.registry.get(key) ?? new Map<string, string>();
  state.registry.set(key, values);
  return values;
}

function subtree(state: WindowsState, key: string): [string, Map<string, string>][] {
  return [...state.registry].filter(([each]) => each === key || each.startsWith(`${key}\\`));
}

function storeOf(state: WindowsState, name: string): Set<string> {
  const store = state.certificates.get(name) ?? new Set<string>();
  state.certificates.set(name, store);
  return store;
}

function rename(state: WindowsState, newName: (file: string) => string): void {
  const files = [...state.keyFiles];
  state.keyFiles.clear();
  for (const [file, rights] of files) state.keyFiles.set(newName(file), rights);
}

/** At its start, and with the next connection, the service makes the certificate and the key that are missing. */
function makePair(state: WindowsState): void {
  const store = storeOf(state, REMOTE_DESKTOP_STORE);
  if (store.size > 0) return;
  store.add('new');
  if (!state.keyFiles.has(KEY_FILE)) state.keyFiles.set(KEY_FILE, new Set(['*s-1-5-18:(f)', '*s-1-5-20:(r)']));
}
