import type { Observation } from '../../evidence.ts';
import { observe, type Reader } from '../reader.ts';
import type { Page } from '../page.ts';

const STATES: Readonly<Record<string, string>> = {
  running: 'running', stopped: 'stopped', startpending: 'start-pending', stoppending: 'stop-pending', start_pending: 'start-pending', stop_pending: 'stop-pending',
  paused: 'paused', active: 'running', inactive: 'stopped', failed: 'failed', activating: 'start-pending', deactivating: 'stop-pending',
  'wird ausgeführt': 'running', beendet: 'stopped',
};
const STATE_NUMBERS: Readonly<Record<string, string>> = { 1: 'stopped', 2: 'start-pending', 3: 'stop-pending', 4: 'running', 5: 'start-pending', 6: 'stop-pending', 7: 'paused' };
const SERVICES = 'termservice|umrdpservice|sessionenv|keyiso|cryptsvc|certpropsvc|tssdis|tsgateway|termservlicensing|netlogon|w32time|mpssvc|bfe|dnscache|nlasvc|rpcss|rdms|xrdp-sesman|xrdp|gnome-remote-desktop';

/** sc query; its words are not translated, its numbers say the same. Runs into one line when line breaks are lost. */
const SC = /(?:service_name|dienst_name|nom_service|nombre_servicio|nome_servizio)\s{0,3}:\s{0,3}(\S{2,60})([^]{0,400}?)(?:state|status|zustand|état|estado|stato|состояние)\s{1,20}:\s{1,3}(\d)/g;
const GET_SERVICE_ROW = new RegExp(`(?<![\\w-])(running|stopped|startpending|stoppending|paused)\\s{1,6}(${SERVICES}|\\w{3,40})\\s{1,20}\\S`, 'g');
const GET_SERVICE_LIST = /(?:^|\n)[ \t>]{0,6}name\s{1,20}:\s{1,3}(\S{2,60})([^]{0,200}?)status\s{1,20}:\s{1,3}(running|stopped|startpending|stoppending|paused)/g;
const STATUS_ONLY = new RegExp(`(?<![\\w-])(${SERVICES})\\s{1,30}(running|stopped|startpending|stoppending|paused)(?!\\w)`, 'g');
const SYSTEMD = /(?:^|\n|[●○×] ?)\s{0,4}([\w@-]{2,40})\.service\b([^]{0,300}?)active:\s{1,3}(active|inactive|failed|activating|deactivating)/g;
const MISSING = /cannot find any service with service name '([^']{1,60})'|the specified service does not exist|der angegebene dienst ist kein installierter dienst|unit ([\w-]{2,40})\.service could not be found|openservice failed 1060|le service spécifié n'existe pas|el servicio especificado no existe/;
const START_TYPE = /start_type\s{0,12}:\s{1,3}(\d)|(?:starttype|startuptype)\s{0,12}:\s{1,3}(automatic|manual|disabled)/;
const START_TYPES: Readonly<Record<string, string>> = { 2: 'automatic', 3: 'manual', 4: 'disabled', automatic: 'automatic', manual: 'manual', disabled: 'disabled' };

export const serviceReader: Reader = {
  hint: /running|stopped|_pending|service_name|dienst_name|nom_service|nombre_servicio|nome_servizio|active:|cannot find any service|service does not exist|kein installierter dienst|could not be found|1060|start_type|starttype|startuptype/,
  read(page) {
    const found: Observation[] = [];
    const seen = new Set<string>();
    const startType = START_TYPE.exec(page.lower);
    const add = (match: RegExpExecArray, service: string, state: string | undefined): void => {
      if (seen.has(service)) return;
      seen.add(service);
      const start = START_TYPES[startType?.[1] ?? startType?.[2] ?? ''];
      found.push(observe('service', { service, state, startType: start, exists: true }, page, match.index, match.index + match[0].length));
    };
    for (const match of page.lower.matchAll(SC)) add(match, match[1] ?? '', STATE_NUMBERS[match[3] ?? '']);
    for (const match of page.lower.matchAll(GET_SERVICE_LIST)) add(match, match[1] ?? '', STATES[match[3] ?? '']);
    if (isTable(page)) {
      for (const match of page.lower.matchAll(GET_SERVICE_ROW)) add(match, match[2] ?? '', STATES[match[1] ?? '']);
      for (const match of page.lower.matchAll(STATUS_ONLY)) add(match, match[1] ?? '', STATES[match[2] ?? '']);
    }
    for (const match of page.lower.matchAll(SYSTEMD)) add(match, match[1] ?? '', STATES[match[3] ?? '']);
    const missing = MISSING.exec(page.lower);
    if (missing !== null && /servi[cz]|dienst|unit|termservice/.test(page.lower)) {
      const named = new RegExp(`(?<![\\w-])(${SERVICES})(?![\\w-])`).exec(page.lower)?.[1];
      const service = missing[1] ?? missing[2] ?? named;
      found.push(observe('service', { service, exists: false, problem: 'not-found' }, page, missing.index, missing.index + missing[0].length));
    }
    if (found.length === 0 && startType !== null) {
      const named = /service_name\s{0,3}:\s{0,3}(\S{2,60})/.exec(page.lower)?.[1];
      const start = START_TYPES[startType[1] ?? startType[2] ?? ''];
      found.push(observe('service', { service: named, startType: start }, page, startType.index, startType.index + startType[0].length));
    }
    return found;
  },
};

/** The head of Get-Service's table, its command, or a row of a service that belongs to Remote Desktop. */
function isTable({ lower }: Page): boolean {
  return /get-service|status\s{1,6}name\s{1,20}displayname|-{4,}\s{1,6}-{4,}/.test(lower) || new RegExp(`(?:running|stopped|paused|pending)\\s{1,6}(?:${SERVICES})\\s{1,20}\\S`).test(lower);
}
