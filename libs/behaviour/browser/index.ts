export { startBehaviour } from './start-behaviour';
export type { Behaviour, BehaviourOptions } from './start-behaviour';
