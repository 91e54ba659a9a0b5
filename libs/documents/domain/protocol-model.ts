import type {
  ActionView,
  CoverageView,
  DecisionView,
  EventKind,
  FlagView,
  Language,
  Localized,
  Profile,
  Receipt,
} from '@aigaq/contracts';

export interface ProtocolResult {
  points: number;
  maximum: number;
  percent: number;
  letter: string;
  traditional: Localized;
  passed: boolean;
}

/** All that a protocol states, before it is put into words of one language. Times are ISO 8601 in UTC. */
export interface ProtocolModel {
  number: string;
  createdAt: string;
  createdBy: string;
  language: Language;
  /** In which the document's times are given, an IANA name. */
  timeZone: string;
  institution: Localized;
  event: {
    kind: EventKind;
    title: Localized;
    discipline: Localized;
    opensAt: string;
    closesAt: string;
    durationSeconds: number;
    aids: string;
  };
  ruleSet: { name: Localized; version: number };
  profile: Profile;
  candidate: { name: string; login: string; group: string | null; extraSeconds: number };
  admission: {
    consent: { at: string; version: number; language: Language } | null;
    identity: { state: 'none' | 'confirmed'; by: string | null; at: string | null } | null;
  };
  /** Null for a candidate who never started. */
  sitting: { startedAt: string | null; endedAt: string | null; receipt: Receipt | null };
  coverage: CoverageView[];
  flags: FlagView[];
  actions: ActionView[];
  decision: DecisionView;
  result: ProtocolResult | null;
}
