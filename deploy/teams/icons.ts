import { encodePng, type Colour } from './png.ts';

export const ACCENT = '#1F6F5C';
const ACCENT_COLOUR: Colour = [0x1f / 255, 0x6f / 255, 0x5c / 255, 1];
const SAMPLES = 4;

/** Teams' colour icon: 192 x 192, full bleed. */
export function colourIcon(): Buffer {
  return encodePng(192, (x, y) => {
    const ink = coverage(x, y, 192, 0.62);
    return [mix(ACCENT_COLOUR[0], ink), mix(ACCENT_COLOUR[1], ink), mix(ACCENT_COLOUR[2], ink), 1];
  });
}

/** Teams' outline icon: 32 x 32, white on transparent. */
export function outlineIcon(): Buffer {
  return encodePng(32, (x, y) => [1, 1, 1, coverage(x, y, 32, 0.94)]);
}

function mix(ground: number, ink: number): number {
  return ground + (1 - ground) * ink;
}

/** How much of a pixel is drawn on, 0 to 1; the drawing takes `scale` of the width. */
function coverage(x: number, y: number, size: number, scale: number): number {
  let hits = 0;
  for (let i = 0; i < SAMPLES; i += 1) {
    for (let j = 0; j < SAMPLES; j += 1) {
      const u = ((x + (i + 0.5) / SAMPLES) / size - 0.5) / scale;
      const v = ((y + (j + 0.5) / SAMPLES) / size - 0.5) / scale;
      if (isInk(u, v)) hits += 1;
    }
  }
  return hits / SAMPLES ** 2;
}

/** A screen on its stand, and in it two arrows that find each other. Coordinates from -0.5 to 0.5, downwards. */
function isInk(u: number, v: number): boolean {
  const screen = roundedBox(u, v + 0.08, 0.44, 0.3, 0.07);
  const stand = [line(u, v, 0, 0.24, 0, 0.4), line(u, v, -0.18, 0.4, 0.18, 0.4)];
  const arrows = [
    line(u, v, -0.22, -0.22, -0.06, -0.08), line(u, v, -0.22, 0.06, -0.06, -0.08),
    line(u, v, 0.22, -0.22, 0.06, -0.08), line(u, v, 0.22, 0.06, 0.06, -0.08),
  ];
  return Math.abs(screen) < 0.035 || Math.min(...stand, ...arrows) < 0.035;
}

/** Distance to the edge of a box with round corners; negative inside. */
function roundedBox(u: number, v: number, halfWidth: number, halfHeight: number, radius: number): number {
  const dx = Math.abs(u) - halfWidth + radius;
  const dy = Math.abs(v) - halfHeight + radius;
  return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - radius;
}

/** Distance to a line from a to b. */
function line(u: number, v: number, ax: number, ay: number, bx: number, by: number): number {
  const [dx, dy] = [bx - ax, by - ay];
  const t = Math.min(1, Math.max(0, ((u - ax) * dx + (v - ay) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(u - ax - t * dx, v - ay - t * dy);
}
