import { writeFile } from 'node:fs/promises';
import { instance } from '@viz-js/viz';
import { dotOf, mermaidOf } from '../../knowledge/compiler/picture.ts';
import { graphOf, UsageError, type Command } from './command.ts';

export const drawCommand: Command = {
  usage: 'graph PROBLEM [--mermaid | --dot] [--out FILE]',
  about: 'a picture: SVG, Mermaid or Graphviz source',
  async run(args, { dir, print }) {
    const [id] = args;
    const graph = await graphOf(dir);
    const problem = id === undefined ? undefined : graph.problems.get(id);
    if (!problem) throw new UsageError(`There is no problem "${id ?? ''}". There are ${[...graph.problems.keys()].join(', ')}.`);
    const dot = dotOf(graph, problem);
    const drawn = args.includes('--mermaid') ? mermaidOf(graph, problem) : args.includes('--dot') ? dot : await svgOf(dot);
    const out = args.includes('--out') ? args[args.indexOf('--out') + 1] : undefined;
    if (out) await writeFile(out, drawn);
    else print(drawn);
    return 0;
  },
};

async function svgOf(dot: string): Promise<string> {
  return (await instance()).renderString(dot, { format: 'svg' });
}
