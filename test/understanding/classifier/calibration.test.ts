import { describe, expect, it } from 'vitest';
import { fitLogistic, fitSharpness, logistic, softmax } from '../../../understanding/classifier/calibration.ts';
import { randomFrom } from '../../../learning/simulation/random.ts';

describe('fitSharpness', () => {
  it('finds the sharpness that the truths were drawn with', () => {
    const random = randomFrom(7);
    const rows = Array.from({ length: 4000 }, () => {
      const scores = [random() * 2 - 1, random() * 2 - 1, random() * 2 - 1];
      const chances = softmax(scores, 3);
      const drawn = random();
      const truth = drawn < chances[0]! ? 0 : drawn < chances[0]! + chances[1]! ? 1 : 2;
      return { scores, truth };
    });
    expect(fitSharpness(rows)).toBeGreaterThan(2.7);
    expect(fitSharpness(rows)).toBeLessThan(3.3);
  });
});

describe('fitLogistic', () => {
  it('recovers the weights of a known model', () => {
    const random = randomFrom(11);
    const known = { weights: [2, -1], bias: 0.5 };
    const inputs = Array.from({ length: 5000 }, () => [random() * 4 - 2, random() * 4 - 2]);
    const truths = inputs.map((input) => random() < logistic(known, input));
    const fitted = fitLogistic(inputs, truths);
    expect(fitted.weights[0]).toBeCloseTo(2, 0);
    expect(fitted.weights[1]).toBeCloseTo(-1, 0);
    expect(fitted.bias).toBeCloseTo(0.5, 0);
  });

  it('stays finite where the classes do not overlap', () => {
    const fitted = fitLogistic([[-1], [1]], [false, true]);
    expect(Number.isFinite(fitted.weights[0])).toBe(true);
  });
});
