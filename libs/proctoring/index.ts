import './facts';

export { sittingClockAt, type TimeFact, type TimePlan } from './domain/sitting-clock';
export { isBeforeStart, isRunning, runningStates, sittingLifecycle } from './domain/sitting-lifecycle';
export type { SittingEnd, SittingNamed } from './facts';
export { proctoringEntities } from './persistence/entities';
export { Proctoring1700000000004 } from './persistence/migrations/0001-proctoring';
export { ProctoringModule } from './proctoring.module';
export { SITTING_WORK, type AnswerEntry, type SittingAtWork, type SittingWork } from './sitting-work';
export { EndSitting } from './sitting/end-sitting';
export { SittingRows } from './sitting/sitting-rows';
