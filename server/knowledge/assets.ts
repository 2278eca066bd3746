import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createAsset, type Asset } from '../pages/assets.ts';
import { bundled } from '../pages/bundled.ts';
import { KNOWLEDGE } from './links.ts';

export interface KnowledgeAssets {
  readonly style: Asset;
  readonly script: Asset;
}

const WIDGET = fileURLToPath(new URL('../../widget/', import.meta.url));

export async function buildKnowledgeAssets(): Promise<KnowledgeAssets> {
  const folder = `${KNOWLEDGE}/assets`;
  const [style, script] = await Promise.all([
    bundled(join(WIDGET, 'knowledge.css')).then((content) => createAsset('knowledge.css', 'text/css; charset=utf-8', content, folder)),
    bundled(join(WIDGET, 'knowledge.ts')).then((content) => createAsset('knowledge.js', 'text/javascript; charset=utf-8', content, folder)),
  ]);
  return { style, script };
}
