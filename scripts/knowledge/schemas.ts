import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { jsonSchemaText, SCHEMA_FILES } from '../../knowledge/compiler/json-schema.ts';
import type { FileKind } from '../../knowledge/compiler/schema.ts';
import type { Command } from './command.ts';

export const schemaCommand: Command = {
  usage: 'schema',
  about: 'writes the JSON Schemas for editors anew',
  async run(_args, { dir, print }) {
    for (const [kind, name] of Object.entries(SCHEMA_FILES)) {
      await writeFile(join(dir, name), jsonSchemaText(kind as FileKind));
      print(name);
    }
    return 0;
  },
};
