export { startBehaviour } from './start-behaviour';
export type { Behaviour } from './start-behaviour';
