import { describe, expect, it } from 'vitest';
import { fitCalibration, sharesAbove, trialsOf } from '../../../understanding/reader/calibrate.ts';
import { trainReader } from '../../../understanding/reader/model.ts';
import { graph, sayings, settings, table } from './small.ts';

describe('a voice that the reader never heard', () => {
  const others = sayings.filter(({ voice }) => voice !== 'office');
  const unheard = sayings.filter(({ voice }) => voice === 'office');
  const model = trainReader(others, graph, settings, table);
  const trials = trialsOf(model, unheard, graph, sayings, { seed: 5, share: 0.5 });

  it('is read better than its commonest answers would be', () => {
    const atHome = trials.filter(({ situation }) => situation.home && situation.context.phase === 'question' && situation.label.startsWith('answer:'));
    expect(atHome.length).toBeGreaterThan(100);
    expect(atHome.filter(({ right }) => right).length / atHome.length).toBeGreaterThan(0.75);
  });

  it('is taken as read with few errors where confidence is high', () => {
    // Halves of the voice: one to fit, one to judge.
    const half = (at: number) => trials.filter(({ saying }) => saying.text.length % 2 === at);
    const calibration = fitCalibration(half(0));
    const sure = sharesAbove(half(1), calibration, 0.8);
    expect(sure.right).toBeGreaterThan(0.3);
    expect(sure.wrong).toBeLessThan(0.06);
    const all = sharesAbove(half(1), calibration, 0);
    expect(sure.wrong).toBeLessThan(all.wrong / 3);
  });
});
