import { fileURLToPath } from 'node:url';
import type { Node, Parser as PowerShellParser } from 'web-tree-sitter';

/** One command of a block: what is run, with which parameters and arguments, as they are written. */
export interface ParsedCommand {
  readonly name: string;
  /** Without the dash, lower case. */
  readonly parameters: readonly string[];
  /** Everything after the name in order, parameters with their dash. */
  readonly elements: readonly string[];
  /** Place in the pipeline, from 0. */
  readonly place: number;
  /** Names of the whole pipeline that it stands in, lower case. */
  readonly pipeline: readonly string[];
}

export interface ParsedBlock {
  readonly commands: readonly ParsedCommand[];
  /** What the grammar could not read, as it is written; empty in a block that is right. */
  readonly unread: readonly string[];
}

/** Reads a block of commands. Pure. */
export type ReadBlock = (run: string) => ParsedBlock;

/**
 * The grammar of PowerShell. There is none for cmd; its lines are read by the same one, which knows words, quotes, `|` and `&`.
 * Rejects where the packages of development are not installed.
 */
export async function powerShellGrammar(): Promise<ReadBlock> {
  const { Language, Parser } = await import('web-tree-sitter');
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(await Language.load(fileURLToPath(import.meta.resolve('tree-sitter-powershell/tree-sitter-powershell.wasm'))));
  return (run) => readBlock(parser, run);
}

function readBlock(parser: PowerShellParser, run: string): ParsedBlock {
  const tree = parser.parse(closeLists(run));
  if (!tree) return { commands: [], unread: [run] };
  const commands: ParsedCommand[] = [];
  const unread: string[] = [];
  const visit = (node: Node): void => {
    if (node.isError || (node.isMissing && !isListOfBareWords(node))) unread.push(node.text || `nothing where "${node.type}" should stand`);
    if (node.type === 'pipeline_chain') commands.push(...pipelineOf(node));
    for (const child of node.children) if (child) visit(child);
  };
  visit(tree.rootNode);
  tree.delete();
  return { commands, unread };
}

/** What PowerShell reads and the grammar does not: a blank after the comma of a list outside of quotes, and the `&` of cmd. */
function closeLists(run: string): string {
  return run.replaceAll(/('[^']*'|"[^"]*")|, +| & /g, (match, quoted: string | undefined) => quoted ?? (match === ' & ' ? ' ; ' : ','));
}

/** In `Format-List A,B` the grammar misses a blank after the comma, which PowerShell does not want. */
function isListOfBareWords(node: Node): boolean {
  return node.type === ' ' && node.parent?.type === 'command_argument_sep';
}

function pipelineOf(chain: Node): ParsedCommand[] {
  const own = chain.namedChildren.filter((child): child is Node => child?.type === 'command');
  const pipeline = own.map((command) => nameOf(command).toLowerCase());
  return own.map((command, place) => {
    const elements = (command.childForFieldName('command_elements')?.namedChildren ?? [])
      .filter((child): child is Node => child !== null && child.type !== 'command_argument_sep')
      .map((child) => child.text);
    const parameters = elements.filter((element) => /^-[A-Za-z]/.test(element)).map((element) => element.slice(1).replace(/:.*$/, '').toLowerCase());
    return { name: nameOf(command), parameters, elements, place, pipeline };
  });
}

function nameOf(command: Node): string {
  return command.childForFieldName('command_name')?.text ?? command.firstNamedChild?.text ?? '';
}
