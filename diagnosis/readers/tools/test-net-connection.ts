import { isPrivateAddress, numberOf, observe, truthOf, type Reader } from '../reader.ts';

const SUCCEEDED = /tcptest ?(?:succeeded)?[\s:="]{1,6}(?:is |was |: )?(true|false)/;
const WARNED = /tcp connect to \(?([^\s():]{1,100}) ?: ?(\d{1,5})\)? failed/;
const UNRESOLVED = /name resolution of (\S{1,100}) failed/;
const TELNET_FAILED = /could not open connection to the host,? on port (\d{1,5})|konnte keine verbindung mit dem host hergestellt werden, auf port (\d{1,5})/;
const PORT = /remoteport[\s:="]{1,40}(\d{1,5})|-port\s{1,3}(\d{1,5})/;
const PINGED = /pingsucceeded[\s:="]{1,40}(true|false)/;
const ADDRESS = /remoteaddress[\s:="]{1,40}([0-9a-f.:%]{3,45})/;
const HOST = /computername[\s:="]{1,40}([^\s",]{1,100})/;

export const testNetConnectionReader: Reader = {
  hint: /tcptest|tcp test|tcp connect to|name resolution of|remoteport|pingsucceeded|could not open connection to the host|verbindung mit dem host hergestellt/,
  read(page) {
    const { lower } = page;
    const warned = WARNED.exec(lower);
    const unresolved = UNRESOLVED.exec(lower);
    const telnet = TELNET_FAILED.exec(lower);
    const succeeded = SUCCEEDED.exec(lower);
    const pinged = PINGED.exec(lower);
    const port = PORT.exec(lower);
    const address = ADDRESS.exec(lower)?.[1] ?? (warned !== null && /^[\d.]+$/.test(warned[1] ?? '') ? warned[1] : undefined);
    const first = succeeded ?? warned ?? unresolved ?? telnet ?? pinged ?? (address === undefined ? null : port);
    if (first === null) return [];
    const failed = warned !== null || telnet !== null ? false : undefined;
    const fields = {
      tcpTestSucceeded: truthOf(succeeded?.[1]) ?? failed,
      port: numberOf(port?.[1] ?? port?.[2] ?? warned?.[2] ?? telnet?.[1] ?? telnet?.[2]),
      pingSucceeded: truthOf(pinged?.[1]),
      nameResolved: unresolved === null ? undefined : false,
      host: HOST.exec(lower)?.[1] ?? unresolved?.[1],
      address,
      privateAddress: address === undefined ? undefined : isPrivateAddress(address),
    };
    return [observe('test-net-connection', fields, page, first.index, first.index + first[0].length)];
  },
};
