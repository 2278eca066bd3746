import { z } from 'zod';
import { FILE_SCHEMAS, type FileKind } from './schema.ts';

/** Kind of file -> the file name of its JSON Schema in the knowledge folder. */
export const SCHEMA_FILES: Readonly<Record<FileKind, string>> = {
  graph: 'schema.json',
  texts: 'schema.texts.json',
  codes: 'schema.codes.json',
  'code-texts': 'schema.code-texts.json',
  defaults: 'schema.defaults.json',
  regressions: 'schema.regressions.json',
};

/** The JSON Schema of a kind of file, as it is written to disk. */
export function jsonSchemaText(kind: FileKind): string {
  const schema = z.toJSONSchema(FILE_SCHEMAS[kind], { io: 'input', target: 'draft-7' });
  return `${JSON.stringify(schema, null, 2)}\n`;
}
