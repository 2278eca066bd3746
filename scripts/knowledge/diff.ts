import { relative } from 'node:path';
import { UsageError, type Command } from './command.ts';
import { describeChanges } from './changes.ts';
import { graphOfVersion } from './version.ts';

export const diffCommand: Command = {
  usage: 'diff A [B]',
  about: 'what changed, in words; folders, exports or git revisions',
  async run([before, after], { dir, print }) {
    if (!before) throw new UsageError('Between which two? A folder, an exported JSON, or a revision such as HEAD~1.');
    const a = await graphOfVersion(before, dir);
    const b = await graphOfVersion(after ?? (relative(process.cwd(), dir) || '.'), dir);
    const changes = describeChanges(a, b);
    print(changes.length > 0 ? changes.join('\n') : 'Nothing changed.');
    return 0;
  },
};
