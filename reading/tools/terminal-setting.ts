import { observe, type Reader } from '../reader.ts';
import { settingOf } from './registry.ts';

const THUMBPRINT = /sslcertificatesha1hash\s{0,20}:\s{0,3}([0-9a-f]{40})/;
const ANY = /sslcertificatesha1hash|securitylayer|userauthenticationrequired|minencryptionlevel/;

export const terminalSettingReader: Reader = {
  hint: /userauthenticationrequired|win32_tsgeneralsetting|securitylayer\s{0,30}:/,
  read(page) {
    const first = ANY.exec(page.lower);
    const nla = settingOf(page.lower, 'userauthenticationrequired');
    const securityLayer = settingOf(page.lower, 'securitylayer');
    const minEncryptionLevel = settingOf(page.lower, 'minencryptionlevel');
    if (first === null || (nla === undefined && securityLayer === undefined && minEncryptionLevel === undefined)) return [];
    const fields = { securityLayer, nla: nla === undefined ? undefined : nla !== 0, minEncryptionLevel, thumbprint: THUMBPRINT.exec(page.lower)?.[1] };
    return [observe('terminal-setting', fields, page, first.index, first.index + first[0].length)];
  },
};
