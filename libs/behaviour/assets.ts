/** Names the weights and the runtime together, so that browsers may keep the files for ever. */
export const faceModelVersion = 'human-3.3.6-tfjs-4.22.0';

/** Where the files are served, below the address of the page's own server. */
export const behaviourAssetsPath = `assets/behaviour/${faceModelVersion}`;

export interface BehaviourAsset {
  /** Below `node_modules`. */
  readonly from: string;
  /** Below the root of what is served. */
  readonly to: string;
}

/**
 * All that the face detector reads at run time. The weights are MediaPipe's BlazeFace (Apache-2.0) as `@vladmandic/human`
 * (MIT) carries them, the runtime is TensorFlow.js (Apache-2.0). They come from our own server: an exam page calls no
 * stranger.
 */
export const behaviourAssets: readonly BehaviourAsset[] = [
  ...['blazeface.json', 'blazeface.bin'].map((name) => ({
    from: `@vladmandic/human/models/${name}`,
    to: `${behaviourAssetsPath}/${name}`,
  })),
  ...['tfjs-backend-wasm.wasm', 'tfjs-backend-wasm-simd.wasm'].map((name) => ({
    from: `@tensorflow/tfjs-backend-wasm/dist/${name}`,
    to: `${behaviourAssetsPath}/${name}`,
  })),
];
