import { setThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { loadGraphModel } from '@tensorflow/tfjs-converter';
import type { GraphModel } from '@tensorflow/tfjs-converter';
import { env, ready, setBackend, tensor4d, tidy } from '@tensorflow/tfjs-core';
import type { Tensor } from '@tensorflow/tfjs-core';

import { faceScores, gridSizes, inputSize } from '../domain/faces';

export interface Look {
  readonly scores: readonly number[];
  readonly brightness: number;
}

/** BlazeFace on WebAssembly: about 17 ms a frame on one core, where WebGL without a GPU takes more than ten times that. */
export class FaceModel {
  private readonly canvas = new OffscreenCanvas(inputSize, inputSize);
  private readonly context: OffscreenCanvasRenderingContext2D;
  private readonly input = new Float32Array(inputSize * inputSize * 3);

  private constructor(private readonly model: GraphModel) {
    const context = this.canvas.getContext('2d', { willReadFrequently: true, alpha: false });
    if (context === null) throw new Error('no canvas');
    this.context = context;
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
    model.scores();
    return model;
  }

  /** Looks at one picture of any size; takes one frame's time and does not wait for anything. */
  look(picture: VideoFrame | ImageBitmap): Look {
    const width = 'displayWidth' in picture ? picture.displayWidth : picture.width;
    const height = 'displayHeight' in picture ? picture.displayHeight : picture.height;
    const scale = inputSize / Math.max(width, height);
    const drawnWidth = Math.max(1, Math.round(width * scale));
    const drawnHeight = Math.max(1, Math.round(height * scale));
    this.context.fillRect(0, 0, inputSize, inputSize);
    // Black beside the picture instead of stretching it: stretched faces score lower.
    this.context.drawImage(picture, 0, 0, drawnWidth, drawnHeight);
    const { data } = this.context.getImageData(0, 0, inputSize, inputSize);
    return { brightness: this.fill(data, drawnWidth * drawnHeight), scores: this.scores() };
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

  private scores(): number[] {
    return tidy(() => {
      const answer = this.model.execute(tensor4d(this.input, [1, inputSize, inputSize, 3]));
      const outputs = Array.isArray(answer) ? answer : [answer];
      return faceScores(
        gridSizes.map((size) => ({ logits: values(outputs, size, 1), boxes: values(outputs, size, 16) })),
      );
    });
  }
}

function values(outputs: readonly Tensor[], guesses: number, each: number): Float32Array {
  const output = outputs.find(({ shape }) => shape[1] === guesses && shape[2] === each);
  if (output === undefined) throw new Error(`the model gives no output of ${guesses} by ${each}`);
  return output.dataSync<'float32'>();
}
