import type { Page } from '../page.ts';
import { observe, type FieldsOf, type Reader } from '../reader.ts';
import { NAMED_TOOL, SHOWN_ALONE, TOOL_ERRORS } from './tool-error-texts.ts';

type Problem = NonNullable<FieldsOf<'tool-error'>['problem']>;

/** Cmdlets that come with a part of Windows that is not on every computer. */
const OF_A_MODULE = /^(?:get|set|new|add|remove|test|enable|disable|invoke|search|unlock|import|connect|start|stop|restart)-(?:rd|ad(?!d)|az|mg|vm|cluster|dhcp|dns(?:server)|gpo|wsus|avd)/;
/** Error texts are a tool's only near a command line or an error number, as what a window says, or as the whole message. */
const NEAR_TOOL =
  /[a-z]:\\|ps>|\$ |# |error \d|error:|system error|fehler \d|systemfehler|categoryinfo|fullyqualifiederrorid|\[sc\]|failed \d|sudo|\b(?:get|set|new|add|remove|enable|disable|restart|start|stop|test|invoke|import|resolve)-[a-z]{3,}|\b(?:powershell|terminal|cmd|command(?: prompt| line)?|window|console|reg (?:query|add|delete)|netsh|sc (?:query|stop|start)|net (?:start|stop)|icacls|qwinsta|gpupdate|certutil|wevtutil)\b/;
/** An event, and the client's own dialogs, have such texts as their status. */
const ELSEWHERE = /event ?id|ereignis-?id|providername|log name|<provider name|remote desktop connection|your credentials|status code was/;
const LONGEST_BEFORE = 60;

export const toolErrorReader: Reader = {
  hint: new RegExp(TOOL_ERRORS.map(([, pattern]) => pattern.source).join('|')),
  read(page) {
    const { lower } = page;
    for (const [problem, pattern, needsTool] of TOOL_ERRORS) {
      const match = pattern.exec(lower);
      if (match === null || (needsTool && !isOfATool(lower, match))) continue;
      const tool = toolIn(match, lower);
      const what: Problem = problem === 'not-recognised' && tool !== undefined && OF_A_MODULE.test(tool) ? 'module-missing' : problem;
      return [observe('tool-error', { problem: what, tool }, page, ...spanOf(page, match))];
    }
    return [];
  },
};

function isOfATool(lower: string, match: RegExpExecArray): boolean {
  if (ELSEWHERE.test(lower)) return false;
  const alone = lower.replace(match[0], '').trim();
  return NEAR_TOOL.test(lower) || SHOWN_ALONE.test(alone);
}

function toolIn(match: RegExpExecArray, lower: string): string | undefined {
  const named = match.slice(1).find((group) => group !== undefined) ?? NAMED_TOOL.exec(lower.slice(Math.max(0, match.index - LONGEST_BEFORE), match.index + match[0].length + LONGEST_BEFORE))?.[1];
  return named?.trim();
}

/** The sentence of the tool: what stands before it on its line is the person's only where they speak of themselves. */
function spanOf({ lower }: Page, match: RegExpExecArray): readonly [number, number] {
  const lineStart = lower.lastIndexOf('\n', match.index) + 1;
  const before = lower.slice(lineStart, match.index);
  const isTools = before.length <= LONGEST_BEFORE && !/\b(?:i|it|me|my|when|but|and|says?|said|get|gives?|now)\b/.test(before);
  const end = match.index + match[0].length;
  const stop = lower.slice(end).search(/[.!?。](?=\s|$)|\n|, (?:so|but|and|what)\b|$/);
  return [isTools ? lineStart : match.index, end + Math.max(0, stop)];
}
