import type { Command, Side } from '../knowledge/compiler/types.ts';

export const HEADING = {
  where: 'Where',
  who: 'Who',
  takes: 'Takes',
  risk: 'Risk',
  check: 'Check:',
  undo: 'Undo:',
  source: 'Source',
  summary: 'What a person will read',
  askAdministrator: 'Ask your administrator, in these words:',
  asAdministrator: ', as administrator',
} as const;

export const SIDE_NAME: Readonly<Record<Side, string>> = {
  client: 'on your computer',
  server: 'on the remote computer',
  network: 'in the network between them',
};

export const SHELL: Readonly<Record<Command['shell'], string>> = {
  powershell: 'PowerShell',
  cmd: 'Command Prompt',
  bash: 'terminal',
};
