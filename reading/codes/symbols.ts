import { ERRCONNECT, ERRINFO } from './freerdp-symbols.ts';
import { VIRTUAL_DESKTOP_SYMBOLS } from './virtual-desktop-symbols.ts';
import { DISCONNECT_SYMBOLS, EXTENDED_SYMBOLS, HRESULT_SYMBOLS } from './windows-symbols.ts';

/** Lower-case name -> number, of every published constant that a client, server or log prints. */
export const SYMBOLS: ReadonlyMap<string, number> = new Map(
  [ERRCONNECT, ERRINFO, HRESULT_SYMBOLS, DISCONNECT_SYMBOLS, EXTENDED_SYMBOLS, VIRTUAL_DESKTOP_SYMBOLS].flatMap((table) =>
    Object.entries(table).map(([name, code]): [string, number] => [name.toLowerCase(), code]),
  ),
);
