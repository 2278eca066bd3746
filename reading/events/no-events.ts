import { observe, type Reader } from '../reader.ts';

/** What Get-WinEvent, Get-EventLog and Event Viewer say instead of an empty list. */
const NONE =
  /no events were found that match the specified selection criteria|es wurden keine ereignisse gefunden, die den angegebenen auswahlkriterien entsprechen|aucun événement (?:n'a été trouvé )?(?:correspondant|répondant)|no se encontraron eventos que coincidan con los criterios|não foram encontrados eventos que correspondam|nessun evento corrispondente ai criteri|nie znaleziono zdarzeń (?:odpowiadających|spełniających)|не найдено событий, соответствующих|指定した選択条件に一致するイベントが見つかりませんでした|找不到任何与指定的选择条件匹配的事件|get-eventlog : no matches found/;

/** Which events were asked for is seldom pasted with it: it answers the question on the table only. */
export const noEventsReader: Reader = {
  hint: /no events were found|no matches found|keine ereignisse|aucun événement|eventos que|nessun evento|nie znaleziono zdarzeń|не найдено событий|一致するイベント|匹配的事件/,
  read(page) {
    const match = NONE.exec(page.flat);
    return match === null ? [] : [observe('no-events', { none: true }, page, page.unflat(match.index), page.unflat(match.index + match[0].length - 1) + 1)];
  },
};
