import type { Pillar } from "#app/domain/assessment/vocabulary.ts";

/** Colours of the page as it is shown now, light or dark; charts on a canvas cannot take them from the style sheet. */
export function chartTheme() {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return { colour, ink: colour("ink"), quiet: colour("quiet"), rule: colour("rule"), paper: colour("paper"), accent: colour("accent"), font: style.fontFamily };
}

/** Each pillar keeps one pattern everywhere, so that it is told apart without colour. */
export function pillarPattern(pillar: Pillar, colour: string, paper: string): CanvasPattern | string {
  if (pillar === "people") return colour;
  const tile = document.createElement("canvas");
  tile.width = tile.height = 8;
  const pen = tile.getContext("2d");
  if (!pen) return colour;
  pen.fillStyle = paper;
  pen.fillRect(0, 0, 8, 8);
  pen.fillStyle = pen.strokeStyle = colour;
  pen.lineWidth = 2.5;
  draw[pillar](pen);
  return pen.createPattern(tile, "repeat") ?? colour;
}

const line = (pen: CanvasRenderingContext2D, x1: number, y1: number, x2: number, y2: number) => {
  pen.beginPath();
  pen.moveTo(x1, y1);
  pen.lineTo(x2, y2);
  pen.stroke();
};
const rising = (pen: CanvasRenderingContext2D) => {
  line(pen, -2, 10, 10, -2);
  line(pen, -2, 2, 2, -2);
  line(pen, 6, 10, 10, 6);
};
const falling = (pen: CanvasRenderingContext2D) => {
  line(pen, -2, -2, 10, 10);
  line(pen, 6, -2, 10, 2);
  line(pen, -2, 6, 2, 10);
};
const draw: Record<Exclude<Pillar, "people">, (pen: CanvasRenderingContext2D) => void> = {
  process: rising,
  content: (pen) => {
    for (const [x, y] of [
      [2, 2],
      [6, 6],
    ] as const) {
      pen.beginPath();
      pen.arc(x, y, 1.9, 0, 7);
      pen.fill();
    }
  },
  technology: (pen) => {
    pen.lineWidth = 1.6;
    rising(pen);
    falling(pen);
  },
  kpis: (pen) => line(pen, 0, 4, 8, 4),
};
