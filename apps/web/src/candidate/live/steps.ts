import type { MySitting, SittingState } from '@aigaq/contracts';

export type Step = 'consent' | 'device' | 'rehearsal' | 'identity' | 'wait';

/** What the page itself knows beside the server: tracks die with it, and a rehearsal may be left out. */
export interface PageFacts {
  /** All sources that the profile records are there now. */
  readonly equipped: boolean;
  readonly rehearsalSkipped: boolean;
}

const before: readonly SittingState[] = ['invited', 'checking', 'waiting', 'identifying', 'ready'];
const running: readonly SittingState[] = ['live', 'interrupted'];

export type Stage = 'admission' | 'exam' | 'over' | 'refused' | 'absent' | 'void';

/** Which page a sitting is on. */
export function stageOf(state: SittingState): Stage {
  if (before.includes(state)) return 'admission';
  if (running.includes(state)) return 'exam';
  if (state === 'refused' || state === 'absent' || state === 'void') return state;
  return 'over';
}

/** The rail of steps: what a profile does not ask for is not in it. */
export function stepsOf({ profile }: Pick<MySitting, 'profile'>): Step[] {
  return ['consent', 'device', 'rehearsal', ...(profile.identity ? (['identity'] as const) : []), 'wait'];
}

export function isDone(step: Step, sitting: MySitting, facts: PageFacts): boolean {
  switch (step) {
    case 'consent':
      return sitting.state !== 'invited';
    case 'device':
      return sitting.deviceCheckedAt !== null && facts.equipped;
    case 'rehearsal':
      return sitting.rehearsedAt !== null || facts.rehearsalSkipped;
    case 'identity':
      return sitting.identity.state === 'confirmed';
    case 'wait':
      return false;
  }
}

/** The first step that is not done: where the page opens and where "continue" leads. */
export function nextStep(sitting: MySitting, facts: PageFacts): Step {
  return stepsOf(sitting).find((step) => !isDone(step, sitting, facts)) ?? 'wait';
}

/** Whether a step may be opened: all before it are done. Looking back is always allowed. */
export function isOpen(step: Step, sitting: MySitting, facts: PageFacts): boolean {
  const steps = stepsOf(sitting);
  return steps.indexOf(step) <= steps.indexOf(nextStep(sitting, facts));
}

/** What the list of one's exams says to do next. */
export type Deed =
  | 'prepare'
  | 'prepared'
  | 'admission'
  | 'start'
  | 'continue'
  | 'record'
  | 'alternative_waits'
  | 'alternative_granted'
  | 'missed'
  | 'none';

/** `now`: milliseconds. Times are the event's. */
export function nextDeed(sitting: MySitting, now: number): Deed {
  const stage = stageOf(sitting.state);
  if (stage === 'exam') return 'continue';
  if (stage === 'over') return 'record';
  if (sitting.alternative?.granted === true) return 'alternative_granted';
  if (stage !== 'admission') return stage === 'void' ? 'none' : 'record';
  if (now >= Date.parse(sitting.event.closesAt)) return 'missed';
  if (sitting.alternative && sitting.alternative.granted === null) return 'alternative_waits';
  if (now >= Date.parse(sitting.event.opensAt)) return 'start';
  if (now >= Date.parse(sitting.event.admissionFrom)) return 'admission';
  const prepared = sitting.deviceCheckedAt !== null && sitting.rehearsedAt !== null;
  return prepared ? 'prepared' : 'prepare';
}
