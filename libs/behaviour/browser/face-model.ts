import { BlazeFaceModel } from '@tensorflow-models/blazeface/dist/face';
import { setThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { loadGraphModel } from '@tensorflow/tfjs-converter';
import type { GraphModel } from '@tensorflow/tfjs-converter';
import { concat, dispose, env, mul, ready, setBackend, slice, tensor4d, tidy, zeros } from '@tensorflow/tfjs-core';
import type { Tensor, Tensor1D, Tensor3D, Tensor4D } from '@tensorflow/tfjs-core';

export interface Look {
  /** The score of each face that was seen, 0 to 1, the best first. */
  readonly scores: readonly number[];
  readonly brightness: number;
}

/** Side of the square picture that the weights take. */
const inputSize = 256;
/** Side for which the package lays out its anchors; the weights' own grid has the same cells at twice the size. */
const packageSize = 128;
const mostFaces = 5;
/** Two boxes that share this much of their union are one face. */
const sameFace = 0.3;
/** Fewer than this is noise of the model, whatever a profile's thresholds are. */
const lowestScore = 0.2;

interface FacePrediction {
  probability: Tensor1D;
}

/** BlazeFace on WebAssembly: about 17 ms a frame on one core, where WebGL without a GPU takes more than ten times that. */
export class FaceModel {
  private readonly canvas = new OffscreenCanvas(inputSize, inputSize);
  private readonly context: OffscreenCanvasRenderingContext2D;
  private readonly input = new Float32Array(inputSize * inputSize * 3);
  private readonly blazeFace: BlazeFaceModel;
  private frame: Tensor4D | undefined;

  private constructor(weights: GraphModel) {
    const context = this.canvas.getContext('2d', { willReadFrequently: true, alpha: false });
    if (context === null) throw new Error('no canvas');
    this.context = context;
    const predicting = { predict: () => this.predict(weights) } as unknown as GraphModel;
    this.blazeFace = new BlazeFaceModel(predicting, packageSize, packageSize, mostFaces, sameFace, lowestScore);
  }

  /** `assets`: address of the folder with the weights and the runtime. Rejects when one of them does not come. */
  static async load(assets: string): Promise<FaceModel> {
    // Threads need a cross-origin isolated page and gain little at two frames a second.
    env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
    setWasmPaths(`${assets}/`);
    if (!(await setBackend('wasm'))) throw new Error('no WebAssembly backend');
    await ready();
    setThreadsCount(1);
    const model = new FaceModel(await loadGraphModel(`${assets}/blazeface.json`));
    // The first run prepares the model and must not count as a slow frame.
    await model.scores();
    return model;
  }

  /** Looks at one picture of any size, which may be let go once the call has returned its promise. */
  look(picture: VideoFrame | ImageBitmap): Promise<Look> {
    const width = 'displayWidth' in picture ? picture.displayWidth : picture.width;
    const height = 'displayHeight' in picture ? picture.displayHeight : picture.height;
    const scale = inputSize / Math.max(width, height);
    const drawnWidth = Math.max(1, Math.round(width * scale));
    const drawnHeight = Math.max(1, Math.round(height * scale));
    this.context.fillRect(0, 0, inputSize, inputSize);
    // Black beside the picture instead of stretching it: stretched faces score lower.
    this.context.drawImage(picture, 0, 0, drawnWidth, drawnHeight);
    const { data } = this.context.getImageData(0, 0, inputSize, inputSize);
    const brightness = this.fill(data, drawnWidth * drawnHeight);
    return this.scores().then((scores) => ({ scores, brightness }));
  }

  /** Copies the pixels into the model's input (-1 to 1) and returns their mean brightness (Rec. 709), 0 to 1. */
  private fill(pixels: Uint8ClampedArray, drawn: number): number {
    let sum = 0;
    for (let pixel = 0, value = 0; pixel < pixels.length; pixel += 4) {
      const red = pixels[pixel] ?? 0;
      const green = pixels[pixel + 1] ?? 0;
      const blue = pixels[pixel + 2] ?? 0;
      sum += 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      this.input[value++] = red / 127.5 - 1;
      this.input[value++] = green / 127.5 - 1;
      this.input[value++] = blue / 127.5 - 1;
    }
    return Math.round((sum / drawn / 255) * 1000) / 1000;
  }

  private async scores(): Promise<number[]> {
    this.frame = tensor4d(this.input, [1, inputSize, inputSize, 3]);
    try {
      const { boxes, scaleFactor } = await this.blazeFace.getBoundingBoxes(this.frame, true, true);
      const scores = await Promise.all(
        (boxes as unknown as FacePrediction[]).map(({ probability }) => probability.data<'float32'>()),
      );
      dispose(boxes);
      dispose(scaleFactor);
      return scores.map(([score = 0]) => Math.round(score * 1000) / 1000).sort((one, other) => other - one);
    } finally {
      this.frame.dispose();
    }
  }

  /**
   * What the package expects of its model: 896 guesses of a logit and 16 values in pixels of 128. It hands in a picture
   * shrunk to 128; the weights look at the whole frame instead, which finds faces further away. Where eyes, nose and
   * mouth are is cut off here and never read (DP-09).
   */
  private predict(weights: GraphModel): Tensor3D {
    return tidy(() => {
      const answer = weights.execute(this.frame ?? zeros([1, inputSize, inputSize, 3]));
      const outputs = Array.isArray(answer) ? answer : [answer];
      const logits = concat([guesses(outputs, 512, 1), guesses(outputs, 384, 1)], 1);
      const values = concat([guesses(outputs, 512, 16), guesses(outputs, 384, 16)], 1);
      const boxes = mul(slice(values, [0, 0, 0], [1, -1, 4]), packageSize / inputSize);
      return concat([logits, boxes, zeros([1, 896, 12])], 2) as Tensor3D;
    });
  }
}

function guesses(outputs: readonly Tensor[], count: number, each: number): Tensor3D {
  const output = outputs.find(({ shape }) => shape[1] === count && shape[2] === each);
  if (output === undefined) throw new Error(`the model gives no output of ${count} by ${each}`);
  return output as Tensor3D;
}
