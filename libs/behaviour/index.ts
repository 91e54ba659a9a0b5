// What runs without a page. What needs one (the detectors themselves, `startBehaviour`) is in `@aigaq/behaviour/browser`.
export { behaviourAssets, behaviourAssetsPath } from './assets';
export { closeUnfinished } from './domain/observation';
export type { Observation, ObservationChange } from './domain/observation';
export { defaultParameters, parametersWith } from './domain/parameters';
