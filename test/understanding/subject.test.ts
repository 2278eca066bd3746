import { describe, expect, test } from 'vitest';
import { deviceOf, saysOther } from '../../understanding/subject.ts';
import { swapDevice } from './swap-device.ts';

describe('whose computer', () => {
  test.each([
    ['my pc was updated', 'mine'],
    ["I'm on linux with remmina", 'mine'],
    ['from a windows 10 pc', 'mine'],
    ['the server was updated', 'remote'],
    ['the remote pc is off', 'remote'],
    ['the computer I connect to is old', 'remote'],
    ["from my wife's laptop it works", 'other'],
    ['it fails', undefined],
    ['my laptop and the server', undefined],
    ['not on the server', 'mine'],
    ['it is on her notebook, not on my computer', 'remote'],
  ])('%s', (text, device) => {
    expect(deviceOf(text)).toBe(device);
  });
});

test('the same of the other computer is not the same', () => {
  expect(swapDevice('my computer got updates')).toBe('the remote computer got updates');
  expect(swapDevice('the server got updates')).toBe('my computer got updates');
  expect(swapDevice('it got updates')).toBeUndefined();
  expect(saysOther('the server got updates', 'my computer got updates')).toBe(true);
  expect(saysOther('my laptop got updates', 'my computer got updates')).toBe(false);
  expect(saysOther("my computer didn't get updates", 'my computer got updates')).toBe(true);
});
