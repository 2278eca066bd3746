import { numberOf, observe, type Reader } from '../reader.ts';
import { isOtherHost } from './other-host.ts';

type PingResult = 'reply' | 'timed-out' | 'unreachable' | 'unknown-host' | 'fragmentation-needed' | 'general-failure';

/** The lines of ping in the languages that Windows is translated into; a reply is told by `TTL=` everywhere. */
const RESULTS: readonly (readonly [PingResult, RegExp])[] = [
  ['fragmentation-needed', /fragmented but df set|fragmentiert werden|doit être fragmenté|necesario fragmentar|precisa ser fragmentado|frammentare il pacchetto|pacchetto deve essere frammentato|moet worden gefragmenteerd|wymaga fragmentacji|требуется фрагментация|断片化|需要拆分数据包|message too long/],
  ['unknown-host', /ping request could not find host|konnte host .{1,80}nicht finden|n'a pas pu trouver l'hôte|no pudo encontrar el host|não pôde encontrar o host|impossibile trovare l'host|kon(?:den|) de host|nie może znaleźć hosta|не удалось обнаружить узел|ホスト .{1,80}が見つかりません|找不到主机|unknown host|name or service not known|cannot resolve/],
  ['unreachable', /destination (?:host|net|network|port) unreachable|zielhost nicht erreichbar|impossible de joindre l'hôte|host de destino (?:inaccesible|inacessível)|host di destinazione non raggiungibile|doelhost (?:is )?(?:niet bereikbaar|onbereikbaar)|host docelowy jest nieosiągalny|заданный узел недоступен|宛先ホストに到達できません|无法访问目标主机|no route to host/],
  ['timed-out', /(?<!dns |\*\s{1,12})(?:request timed out|zeitüberschreitung der anforderung|délai d'attente de la demande dépassé|tiempo de espera agotado para esta solicitud|esgotado o tempo limite do pedido|richiesta scaduta|time-?out bij opdracht|upłynął limit czasu żądania|превышен интервал ожидания|要求がタイムアウトしました|请求超时|request timeout for icmp_seq)/],
  ['general-failure', /general failure|allgemeiner fehler|défaillance générale|error general|falha geral|errore generale|algemene fout|一般エラー|一般故障/],
];
const REPLY = /(?:ttl|hlim)=\d{1,3}|(?:time|zeit|temps|tiempo|tempo|durata|tijd|czas|время|時間|时间) ?[=<]\s?\d{1,6}(?:\.\d{1,3})?\s?(?:ms|мс)/;
/** On the text with single blanks: some languages break the line before the percentage. */
const COUNTS = /= ?(\d{1,6})[^=\d]{1,24}= ?(\d{1,6})[^=\d]{1,24}= ?\d{1,6} ?\(/;
const UNIX_COUNTS = /(\d{1,6}) packets transmitted, (\d{1,6}) (?:packets )?received/;
const LOSS = /\((?:[^()\n\d]{0,16})(\d{1,3})(?:\.\d)? ?%|(\d{1,3})(?:\.\d{1,3})?% packet loss/;
const AVERAGE = /(?:average|mittelwert|moyenne|media|média|medio|gemiddelde|średnia?|среднее|平均)\s?=\s{0,3}(\d{1,6})\s?(?:ms|мс|毫秒)|min\/avg\/max\S{0,8} = [\d.]{1,10}\/(\d{1,6}(?:\.\d{1,3})?)\//;
const SIZE = /-l\s{1,2}(\d{1,5})|(?:bytes|byte|octets) ?= ?(\d{1,5})/;
const REPLIED_BY = /(?:reply from|antwort von|réponse de|respuesta desde|resposta de|risposta da|antwoord van|odpowiedź z|ответ от|来自)\s([0-9a-f.:%]{3,45}?)(?: ?:\s| 的回复)|(\d{1,3}(?:\.\d{1,3}){3}) からの応答/;

/** What was pinged: its name, and its address in brackets. */
const PINGED =
  /(?:pinging|ping wird ausgeführt für|requête 'ping'|haciendo ping a|disparando(?: contra)?|esecuzione di ping|pingen naar|badanie|обмен пакетами с|ping[:：]?|(?:^|[>$#\s])ping) {1,3}(?:-\S{1,3} (?:\d{1,5} )?){0,4}([a-z0-9][\w.:-]{2,80})(?: {1,2}[[(]([0-9a-f.:]{3,45})[\])])?/;

export const pingReader: Reader = {
  hint: /ttl=|timed out|timeout|unreachable|erreichbar|zeitüber|délai d'attente|tiempo de espera|esgotado|richiesta scaduta|upłynął|превышен|タイムアウト|超时|could not find host|host .{1,80}nicht finden|l'hôte|el host|o host|l'host|hosta|узел|ホスト|主机|packet loss|% ?(?:verlust|loss|perdidos|persi|perda)|fragment|断片化|拆分|general failure|unknown host|icmp_seq/,
  read(page) {
    const { lower } = page;
    const replied = REPLY.exec(lower);
    const found = RESULTS.map(([result, pattern]) => ({ result, match: pattern.exec(lower) })).find(({ match }) => match !== null);
    const loss = LOSS.exec(lower);
    const first = replied ?? found?.match ?? (/ping|icmp/.test(lower) ? loss : null);
    if (first === null || !looksLikePing(lower, replied !== null)) return [];
    const counts = COUNTS.exec(page.flat) ?? UNIX_COUNTS.exec(lower);
    const lost = numberOf(loss?.[1] ?? loss?.[2]);
    const received = numberOf(counts?.[2]);
    const size = SIZE.exec(lower);
    const bytes = numberOf(size?.[1] ?? size?.[2]);
    const average = AVERAGE.exec(lower);
    const from = REPLIED_BY.exec(lower);
    if (PINGED.exec(lower)?.slice(1).some(isOtherHost) === true || (replied !== null && isOtherHost(lastOf(from)))) return [];
    const reachable = replied !== null && found?.result !== 'fragmentation-needed';
    const fields = {
      reachable: found === undefined && replied === null ? lost !== 100 : reachable,
      result: reachable ? ('reply' as const) : found?.result,
      sent: numberOf(counts?.[1]),
      received,
      lostPercent: lost !== undefined && lost <= 100 ? lost : undefined,
      averageMs: numberOf(average?.[1] ?? average?.[2]),
      size: bytes,
      ordinary: bytes === undefined || bytes < LARGE,
      address: lastOf(from),
    };
    return [observe('ping', fields, page, first.index, first.index + first[0].length)];
  },
};

const lastOf = (match: RegExpExecArray | null): string | undefined => match?.[1] ?? match?.[2];

/** From here on a ping tests how large packets may be, not whether the host answers. */
const LARGE = 1_300;

/** "The request timed out" alone is said by many programs; several of them, or ping's own words, are a ping. */
function looksLikePing(lower: string, replied: boolean): boolean {
  if (replied || /ping|icmp|paket|packet|paquet|pacote|pacchett|пакет|パケット|数据包|fragment/.test(lower)) return true;
  const line = /(?<!dns |\*\s{1,12})request timed out\.?|zeitüberschreitung der anforderung\.?|délai d'attente de la demande dépassé\.?|destination host unreachable/g;
  let times = 0;
  for (const match of lower.matchAll(line)) {
    times += 1;
    if (times > 1 || match[0].length === lower.trim().length) return true;
  }
  return false;
}
