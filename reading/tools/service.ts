import type { Observation } from '../evidence.ts';
import type { Page, PageLine } from '../page.ts';
import { observe, type Reader } from '../reader.ts';

const STATES: Readonly<Record<string, string>> = {
  running: 'running', stopped: 'stopped', startpending: 'start-pending', stoppending: 'stop-pending', start_pending: 'start-pending', stop_pending: 'stop-pending',
  continue_pending: 'start-pending', pause_pending: 'stop-pending', paused: 'paused', active: 'running', inactive: 'stopped', failed: 'failed', activating: 'start-pending', deactivating: 'stop-pending',
};
const START_TYPES: Readonly<Record<string, string>> = {
  auto_start: 'automatic', demand_start: 'manual', auto: 'automatic', automatic: 'automatic', automaticdelayedstart: 'automatic', manual: 'manual', disabled: 'disabled',
};
const SERVICES = 'termservice|umrdpservice|sessionenv|keyiso|cryptsvc|certpropsvc|tssdis|tsgateway|termservlicensing|netlogon|w32time|mpssvc|bfe|dnscache|nlasvc|rpcss|rdms|xrdp-sesman|xrdp|gnome-remote-desktop';
const STATE_WORDS = 'running|stopped|startpending|stoppending|paused';

/** `sc`: the labels are translated and joined by an underscore, the words of the state are not. Runs into one line when line breaks are lost. */
const SC = /(?<![\p{L}_])\p{L}{2,12}_(?:\p{L}{2,8}_)?\p{L}{2,12}\s{0,3}:\s{0,3}([\w-]{2,60})(?=\s)([^]{0,400}?):\s{1,3}[1-7]\s{1,4}(running|stopped|start_pending|stop_pending|continue_pending|pause_pending|paused|auto_start|demand_start|disabled)\b/gu;
const GET_SERVICE_LIST = /(?:^|\n)[ \t>]{0,6}name\s{1,20}:\s{1,3}(\S{2,60})([^]{0,300}?)(?:status|state)\s{1,20}:\s{1,3}(running|stopped|startpending|stoppending|paused)/g;
const LIST_START_TYPE = /^[^]{0,200}?(?:starttype|startuptype|startmode)\s{0,20}:\s{1,3}(automatic|auto|manual|disabled)/;
/** A table whose columns are not where they should be: only services that belong to Remote Desktop. */
const ROW = new RegExp(`(?<![\\w-])(${STATE_WORDS})\\s{1,6}(${SERVICES})\\s{1,20}\\S`, 'g');
const NAME_AND_STATE = new RegExp(`(?<![\\w-])(${SERVICES})\\s{1,30}(${STATE_WORDS})(?!\\w)`, 'g');
/** A row of the services window: what the service is called there, columns, its state. */
const WINDOW_ROW =
  /(?:remote desktop services|remotedesktopdienste|services bureau à distance|servicios de escritorio remoto|serviços da área de trabalho remota|servizi desktop remoto|usługi pulpitu zdalnego|службы удаленных рабочих столов|リモート デスクトップ サービス|远程桌面服务)(?:\t| {2,}|\|)([^\n]{0,160}?)(?:\t| {2,}|\|)(running|wird ausgeführt|gestartet|en cours d'exécution|en ejecución|em execução|in esecuzione|uruchomiono|выполняется|実行中|正在运行)/;
const SYSTEMD = /(?:^|\n|[●○×] ?)\s{0,4}([\w@-]{2,40})\.service\b([^]{0,300}?)active:\s{1,3}(active|inactive|failed|activating|deactivating)/g;
const MISSING =
  /(?:cannot find any service with service name|kein dienst mit dem dienstnamen|impossible de trouver un service assorti du nom|no se encuentra ningún servicio con el nombre de servicio) ?["'«] ?([^'"»]{1,60}?) ?["'»]|the specified service does not exist|der angegebene dienst ist kein installierter dienst|unit ([\w-]{2,40})\.service could not be found|openservice \S{4,12} 1060|le service spécifié n'existe pas|el servicio especificado no existe/;
/** `net start` and `Start-Service` on a service that is switched off. */
const SWITCHED_OFF = /the service cannot be started, either because it is disabled|der angegebene dienst kann nicht gestartet werden\. er ist möglicherweise deaktiviert|le service ne peut pas être démarré parce qu'il est désactivé|no se puede iniciar el servicio porque está deshabilitado/;
const NAMED = new RegExp(`(?<![\\w-])(${SERVICES})(?![\\w-])`);

export const serviceReader: Reader = {
  hint: /running|stopped|paused|_pending|pending|_start|disabled|active:|service|dienst|could not be found|1060|starttype|startuptype|wird ausgeführt|en cours d'exécution|en ejecución|em execução|in esecuzione|uruchomiono|выполняется|実行中|正在运行/,
  read(page) {
    const { lower } = page;
    const found: Observation[] = [];
    const seen = new Set<string>();
    const add = (service: string, state: string | undefined, startType: string | undefined, start: number, end: number): void => {
      if (seen.has(service)) return;
      seen.add(service);
      found.push(observe('service', { service, state, startType, exists: true }, page, start, end));
    };
    for (const match of lower.matchAll(SC)) {
      const word = match[3] ?? '';
      add(match[1] ?? '', STATES[word], START_TYPES[word], match.index, match.index + match[0].length);
    }
    for (const match of lower.matchAll(GET_SERVICE_LIST)) {
      const end = match.index + match[0].length;
      add(match[1] ?? '', STATES[match[3] ?? ''], START_TYPES[LIST_START_TYPE.exec(lower.slice(end, end + 260))?.[1] ?? ''], match.index, end);
    }
    for (const row of tableRows(page)) add(row.service, STATES[row.state], START_TYPES[row.startType], row.start, row.end);
    for (const match of lower.matchAll(ROW)) add(match[2] ?? '', STATES[match[1] ?? ''], undefined, match.index, match.index + match[0].length);
    for (const match of lower.matchAll(NAME_AND_STATE)) add(match[1] ?? '', STATES[match[2] ?? ''], undefined, match.index, match.index + match[0].length);
    for (const match of lower.matchAll(SYSTEMD)) add(match[1] ?? '', STATES[match[3] ?? ''], undefined, match.index, match.index + match[0].length);
    const window = WINDOW_ROW.exec(lower);
    if (window !== null) add('termservice', 'running', undefined, window.index, window.index + window[0].length);
    return [...found, ...failures(page)];
  },
};

interface ServiceRow {
  readonly service: string;
  readonly state: string;
  readonly startType: string;
  readonly start: number;
  readonly end: number;
}

/** The table of Get-Service, Get-CimInstance and wmic, by the names of its columns; a column of free text must be the last. */
function tableRows(page: Page): readonly ServiceRow[] {
  const { lines } = page;
  const head = lines.findIndex(({ lower }) => lower.length < 300 && /(?:^|\s)name(?:\s|$)/.test(lower) && /(?:^|\s)(?:status|state)(?:\s|$)/.test(lower));
  if (head < 0) return [];
  const columns = (lines[head]?.lower ?? '').trim().split(/\s+/);
  const place = (...names: readonly string[]): number => columns.findIndex((column) => names.includes(column));
  const free = place('displayname', 'caption', 'description');
  const [name, state, startType] = [place('name'), columns.includes('state') ? place('state') : place('status'), place('starttype', 'startmode', 'startuptype')];
  if (name < 0 || (free >= 0 && (free < name || free < state))) return [];
  return lines.slice(head + 1, head + 200).flatMap((line) => rowOf(line, name, state, startType));
}

function rowOf({ lower, start }: PageLine, name: number, state: number, startType: number): readonly ServiceRow[] {
  const cells = lower.trim().split(/\s+/);
  const service = cells[name] ?? '';
  const word = (cells[state] ?? '').replace('_', '');
  if (STATES[word] === undefined || !/^[\w.-]{2,60}$/.test(service)) return [];
  return [{ service, state: word, startType: startType < 0 ? '' : (cells[startType] ?? ''), start, end: start + lower.length }];
}

/** What the tools say instead of a state. */
function failures(page: Page): readonly Observation[] {
  const { lower } = page;
  const named = NAMED.exec(lower)?.[1];
  const missing = MISSING.exec(lower);
  if (missing !== null && /servi[cz]|dienst|unit|termservice/.test(lower)) {
    return [observe('service', { service: missing[1] ?? missing[2] ?? named, exists: false, problem: 'not-found' }, page, missing.index, missing.index + missing[0].length)];
  }
  const off = named === undefined ? null : SWITCHED_OFF.exec(lower);
  return off === null ? [] : [observe('service', { service: named, state: 'stopped', startType: 'disabled', exists: true }, page, off.index, off.index + off[0].length)];
}
