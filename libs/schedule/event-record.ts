import type { EventKind, EventState, Language, Localized, Profile, RuleSetView } from '@aigaq/contracts';

/** An event as the libraries above see it. */
export interface EventRecord {
  readonly id: string;
  readonly institutionId: string;
  readonly kind: EventKind;
  readonly title: Localized;
  readonly discipline: { readonly id: string; readonly code: string; readonly name: Localized };
  readonly language: Language;
  readonly opensAt: Date;
  readonly closesAt: Date;
  /** Length of one sitting. */
  readonly durationSeconds: number;
  readonly state: EventState;
  /** What is collected: the frozen copy once the event is announced. */
  readonly profile: Profile;
  readonly profileReason: string;
  /** The frozen copy once the event is announced. */
  readonly ruleSet: RuleSetView;
  readonly aids: string;
  readonly version: number;
  /** The account that made the event. */
  readonly createdBy: string;
}
