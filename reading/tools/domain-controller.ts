import { numberOf, observe, type Reader } from '../reader.ts';

/** `nltest /dsgetdc`: the controller's name right before its address; on the text with single blanks. */
const FOUND = /(?<![\w-])dc ?: \\\\([\w.-]{1,80}) (?:[^\s:]{2,16}|アドレス|地址) ?: \\\\([0-9a-f.:%]{3,45})/;
const FAILED = /(?:getting dc name failed|fehler beim abrufen des dc-namens|échec de l'obtention du nom du dc|error al obtener el nombre del dc)[^=]{0,20}= ?(\d{1,6})/;
/** The question was not permitted: nothing is known about controllers. */
const ACCESS_DENIED = 5;

export const domainControllerReader: Reader = {
  hint: /dsgetdc|(?<![\w-])dc ?: \\\\|dc name failed|dc-namens|nom du dc|nombre del dc/,
  read(page) {
    const found = FOUND.exec(page.flat);
    const failed = FAILED.exec(page.flat);
    const status = numberOf(failed?.[1]);
    const first = found ?? failed;
    if (first === null || (found === null && status === ACCESS_DENIED)) return [];
    const fields = found === null ? { found: false, status } : { found: true, name: found[1], address: found[2] };
    return [observe('domain-controller', fields, page, page.unflat(first.index), page.unflat(first.index + first[0].length - 1) + 1)];
  },
};
