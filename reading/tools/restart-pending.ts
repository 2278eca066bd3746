import { observe, truthOf, type Reader } from '../reader.ts';

/** Keys that are there only while Windows waits for a restart. */
const KEY = 'auto update\\\\rebootrequired|component based servicing\\\\rebootpending|component based servicing\\\\rebootinprogress';
/** The answer under the command, on the text with single blanks. */
const TEST_PATH = new RegExp(`test-path [^\\n]{0,160}?(?:${KEY})["']? (true|false)(?= |$)`);
const KEY_SHOWN = new RegExp(`(?:^|\\s)hkey_local_machine\\\\[^\\n]{0,160}?(?:${KEY})(?=\\s|$)`);
const KEY_MISSING = new RegExp(`reg query "?hk[^\\n]{0,160}?(?:${KEY})"? .{0,40}?(?:unable to find|nicht gefunden|n'a pas trouvé|no ha podido|não pôde|impossibile trovare|nie może|не удается|見つかりません|找不到)`);
const FILES_WAIT = /pendingfilerenameoperations2?\s{1,20}reg_multi_sz\s{1,20}\S/;
/** Test-PendingReboot and its like: one word sums up. */
const VERDICT = /(?:isrebootpending|isrestartpending|rebootpending|pendingreboot|rebootrequired|restartrequired)["']? ?: ?(true|false)/;
/** As a table the word that sums up is the last column. */
const TABLE = /(?:isrebootpending|rebootpending|pendingreboot) (?:-{3,} ){1,12}.{1,120}?(true|false) ?$/;
const UPDATE_PAGE =
  /pending restart\b(?! ?(?:key|registry|\?))|status: ?(?:pending|awaiting) restart|a restart is required to finish|restart required\b|neustart (?:ist )?(?:erforderlich|ausstehend)|ausstehender neustart|redémarrage (?:requis|en attente)|reinicio (?:necesario|pendiente)|reinicialização (?:necessária|pendente)|riavvio (?:necessario|in sospeso)|wymagane ponowne uruchomienie|требуется перезагрузка|再起動が必要です|需要重新启动/;
/** The words of Windows Update, not those of a question about it. */
const ABOUT_UPDATES = /windows update|windows-updates?|updates? (?:available|verfügbar)|status ?:|feature update|cumulative update|kumulatives update/;

export const restartPendingReader: Reader = {
  hint: /rebootrequired|rebootpending|rebootinprogress|restartpending|pendingreboot|restartrequired|pendingfilerename|restart|neustart|redémarrage|reinici|riavvio|ponowne uruchomienie|перезагрузка|再起動|重新启动/,
  read(page) {
    const { flat } = page;
    const missing = KEY_MISSING.exec(flat);
    const answered = TEST_PATH.exec(flat) ?? VERDICT.exec(flat) ?? TABLE.exec(flat);
    const shown = missing === null ? (KEY_SHOWN.exec(flat) ?? FILES_WAIT.exec(flat)) : null;
    const page_ = ABOUT_UPDATES.test(flat) ? UPDATE_PAGE.exec(flat) : null;
    const first = answered ?? missing ?? shown ?? page_;
    if (first === null) return [];
    const pending = answered === null ? missing === null : truthOf(answered[1]);
    return [observe('restart-pending', { pending }, page, page.unflat(first.index), page.unflat(first.index + first[0].length - 1) + 1)];
  },
};
