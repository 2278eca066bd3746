import { z } from 'zod';
import { CONFIDENCES, INTERRUPTIONS, ROLES } from './types.ts';

/** What the kinds of file share: ids, numbers, and the parts of a command. */

export const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower-case words joined by hyphens, such as "port-test"')
  .describe('Lower-case words joined by hyphens; unique over all files.');

export const problemId = z
  .string()
  .regex(/^[a-z0-9]+([-/][a-z0-9]+)*$/, 'a problem id is a code ("0x904/0x7") or words joined by hyphens')
  .describe('A code pair such as 0x904/0x7, or words joined by hyphens.');

export const side = z.enum(['client', 'server', 'network']);
export const role = z.enum(ROLES);
export const confidence = z.enum(CONFIDENCES).describe('How well founded it is. `judgement` marks our own numbers.');
export const minutes = z.number().min(0).max(10_000);
export const probability = z.number().min(0).max(1);
export const distribution = z.array(probability).min(2).describe('One probability an answer, in their order, summing to 1.');
export const chance = z
  .union([probability, z.enum(['usually', 'often', 'sometimes', 'rarely'])])
  .describe('A probability, or a word: usually .85, often .6, sometimes .3, rarely .08.');
export const sources = z.array(id).describe('Ids of sources.');

export const shellCommand = {
  shell: z.enum(['powershell', 'cmd', 'bash']),
  where: side.describe('Where it is run.'),
  admin: z.boolean().default(false).describe('Needs an elevated shell.'),
  run: z.string().min(1).describe('The command; may span lines.'),
};

export const interrupts = z
  .enum(INTERRUPTIONS)
  .optional()
  .describe('What it takes away from whoever does it: Remote Desktop itself, the network, the account, or the computer until it is back.');
