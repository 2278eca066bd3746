import { appendFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OwedReplies, type OwedTurn } from '../../bots/turns/owed-replies.ts';
import { FileReplyJournal } from '../../storage/reply-journal.ts';

const turn = (name: string, since: number): OwedTurn => ({
  conversation: 'msteams/../a:b', turn: name, reference: { channelId: 'msteams' }, replies: ['owed', 'owed'], since,
});

describe('the journal of replies', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'reconnect-replies-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const damaged: string[] = [];
  const left = () => new FileReplyJournal(folder).left((file) => damaged.push(file));

  it('gives back what is owed as far as it was, oldest first, and holds nothing else', () => {
    const owed = new OwedReplies(new FileReplyJournal(folder));
    owed.put(turn('b', 2));
    owed.put(turn('a', 1));
    owed.put(turn('c', 3));
    owed.note('msteams/../a:b', 'a', 0, 'sending');
    owed.note('msteams/../a:b', 'a', 0, 'arrived');
    owed.note('msteams/../a:b', 'a', 1, 'sending');
    for (const place of [0, 1]) owed.note('msteams/../a:b', 'c', place, 'arrived');
    expect(left()).toEqual([{ ...turn('a', 1), replies: ['arrived', 'sending'] }, turn('b', 2)]);
    owed.drop(turn('a', 1));
    owed.drop(turn('b', 2));
    expect(readdirSync(folder)).toEqual([]);
    expect(owed.conversations()).toEqual([]);
  });

  it('leaves out a line that a kill cut off, and sets aside what it cannot read', () => {
    const journal = new FileReplyJournal(folder);
    journal.begin(turn('a', 1));
    const [file = ''] = readdirSync(folder);
    appendFileSync(join(folder, file), '[0,"sen');
    expect(left()).toEqual([turn('a', 1)]);
    journal.note(turn('a', 1), 0, 'arrived');
    expect(left()).toEqual([{ ...turn('a', 1), replies: ['arrived', 'owed'] }]);
    writeFileSync(join(folder, file), '{"conversation":');
    expect(left()).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
    writeFileSync(join(folder, file), `${'\0'.repeat(90)}\n`);
    expect(left()).toEqual([]);
    expect(damaged).toHaveLength(1);
    expect(readdirSync(folder)).toEqual([expect.stringContaining('.damaged-')]);
  });
});
