/** Side of the square picture that the model takes. */
export const inputSize = 256;

/** Fewer than this is noise of the model, whatever a profile's thresholds are. */
const lowestScore = 0.2;
/** Two boxes of which the smaller lies in the other by this share are one face. */
const sameFace = 0.4;
const mostFaces = 5;

/** The model's two grids: cells of so many pixels, so many guesses in each (MediaPipe's BlazeFace, 256 pixels). */
const grids = [
  { stride: 16, perCell: 2 },
  { stride: 32, perCell: 6 },
] as const;

/** One of the model's grids of guesses: a logit each, and 16 values each of which the first four are the box. */
export interface GridOutput {
  readonly logits: Float32Array;
  readonly boxes: Float32Array;
}

interface Box {
  readonly score: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** How many guesses each grid has, the finer one first. */
export const gridSizes = grids.map(({ stride, perCell }) => (inputSize / stride) ** 2 * perCell);

/**
 * The score of each face that the model saw, the best first. Where eyes, nose and mouth are, which the model says too,
 * is not read (DP-09).
 */
export function faceScores(outputs: readonly GridOutput[]): number[] {
  const boxes = outputs
    .flatMap((output, index) => boxesOf(output, index))
    .sort((one, other) => other.score - one.score);
  const kept: Box[] = [];
  for (const box of boxes) {
    if (kept.length === mostFaces) break;
    if (kept.every((better) => overlap(better, box) < sameFace)) kept.push(box);
  }
  return kept.map((box) => Math.round(box.score * 1000) / 1000);
}

function boxesOf({ logits, boxes }: GridOutput, index: number): Box[] {
  const grid = grids[index];
  if (grid === undefined) return [];
  const { stride, perCell } = grid;
  const columns = inputSize / stride;
  const found: Box[] = [];
  logits.forEach((logit, guess) => {
    const score = 1 / (1 + Math.exp(-logit));
    if (!(score >= lowestScore)) return;
    const cell = Math.floor(guess / perCell);
    const [x = 0, y = 0, width = 0, height = 0] = boxes.subarray(guess * 16, guess * 16 + 4);
    const centreX = ((cell % columns) + 0.5) * stride + x;
    const centreY = (Math.floor(cell / columns) + 0.5) * stride + y;
    found.push({ score, left: centreX - width / 2, top: centreY - height / 2, width, height });
  });
  return found;
}

/** Share of the smaller box that lies in the other. */
function overlap(one: Box, other: Box): number {
  const across = Math.min(one.left + one.width, other.left + other.width) - Math.max(one.left, other.left);
  const down = Math.min(one.top + one.height, other.top + other.height) - Math.max(one.top, other.top);
  const smaller = Math.min(one.width * one.height, other.width * other.height);
  return smaller > 0 ? (Math.max(0, across) * Math.max(0, down)) / smaller : 0;
}
