import type { KnowledgeGraph, Space } from '../../knowledge/compiler/types.ts';
import { ABOUT_APP, ABOUT_GATEWAY, ABOUT_VIRTUAL_DESKTOP, APP_NAME } from './labels.ts';
import { MSTSC_DISCONNECT, MSTSC_EXTENDED, VIRTUAL_DESKTOP, WINDOWS_APP } from './known-numbers.ts';

/** What the rest of the text says about where a number was printed. */
export interface Surroundings {
  readonly gateway: boolean;
  readonly virtualDesktop: boolean;
  readonly app: boolean;
  /** The app itself is named, not only a device that has it. */
  readonly appNamed: boolean;
}

export function surroundingsOf(lower: string): Surroundings {
  return { gateway: ABOUT_GATEWAY.test(lower), virtualDesktop: ABOUT_VIRTUAL_DESKTOP.test(lower), app: ABOUT_APP.test(lower), appNamed: APP_NAME.test(lower) };
}

/** The number spaces that fit, likeliest first: by range, then by the words around, then by what the graph knows. */
export function spacesOf(value: number, role: 'code' | 'extended', around: Surroundings, graph: KnowledgeGraph | undefined): readonly Space[] {
  const fitting = role === 'extended' ? EXTENDED : codeSpaces(value, around);
  if (graph === undefined) return fitting;
  const known = new Set(graph.code(`0x${value.toString(16)}`).map((entry) => entry.space));
  return [...fitting.filter((space) => known.has(space)), ...fitting.filter((space) => !known.has(space))];
}

/** E_FAIL. */
const GENERAL_FAILURE = 0x80004005;
const EXTENDED: readonly Space[] = ['mstsc-extended', 'errinfo'];

function codeSpaces(value: number, around: Surroundings): readonly Space[] {
  if (value >= 0x80000000) {
    if (!VIRTUAL_DESKTOP.has(value)) return ['hresult'];
    // The general failure is everybody's: Azure Virtual Desktop's only where the talk is of it. The other is of its service alone.
    if (around.virtualDesktop) return ['azure-virtual-desktop', 'hresult'];
    return value === GENERAL_FAILURE ? ['hresult'] : ['azure-virtual-desktop', 'hresult'];
  }
  if (value >= 0x3000000 && value <= 0x5ffffff) {
    if (around.virtualDesktop) return ['azure-virtual-desktop', 'windows-app', 'gateway'];
    return around.app && !around.gateway ? ['windows-app', 'gateway'] : ['gateway', 'windows-app', 'azure-virtual-desktop'];
  }
  if (value >= 0x20000 && value <= 0x200ff) return ['errconnect'];
  if (value >= 0x10000 && value <= 0x1ffff) return ['errinfo'];
  const spaces: Space[] = [];
  if (around.virtualDesktop && VIRTUAL_DESKTOP.has(value)) spaces.push('azure-virtual-desktop');
  if (around.app && WINDOWS_APP.has(value)) spaces.push('windows-app');
  const isApps = around.appNamed && WINDOWS_APP.has(value);
  if (!isApps && MSTSC_DISCONNECT.has(value)) spaces.push('mstsc-disconnect');
  if (!around.app && WINDOWS_APP.has(value)) spaces.push('windows-app');
  // Its small numbers are everybody's too: they are its own where the talk is of it, or where nobody else has them.
  if (!around.virtualDesktop && spaces.length === 0 && VIRTUAL_DESKTOP.has(value)) spaces.push('azure-virtual-desktop');
  if (spaces.length === 0) spaces.push(MSTSC_EXTENDED.has(value) ? 'mstsc-extended' : 'mstsc-disconnect');
  return spaces;
}
