import { createHash } from 'node:crypto';

import type { ConsentDocument, FlagCode, Language, Localized, Profile, RuleSetView } from '@aigaq/contracts';
import { textsIn, type Translate } from '@aigaq/texts';

/** Raised with each change of the wording; a spec notices when that was forgotten. */
export const consentVersion = 1;

export interface ConsentSubject {
  readonly institution: { readonly name: Localized; readonly timeZone: string };
  /** Full name of the candidate. */
  readonly name: string;
  readonly event: {
    readonly title: Localized;
    readonly discipline: Localized;
    readonly opensAt: Date;
    readonly profileReason: string;
    readonly ruleSet: Pick<RuleSetView, 'legalBasis' | 'values'>;
  };
  readonly profile: Profile;
  readonly silencedDetectors: readonly FlagCode[];
}

type Section = ConsentDocument['sections'][number];

/**
 * What is collected of this person at this event, and why, made from what the system will really do (DP-02, DP-05,
 * DP-06, DP-24): a detector that is off is not named, one that is on cannot be left out.
 */
export function consentDocumentFor(subject: ConsentSubject, language: Language): ConsentDocument {
  const t = textsIn(language);
  const content = {
    version: consentVersion,
    language,
    title: t('consent.title'),
    sections: [
      parties(subject, language, t),
      collected(subject.profile, t),
      detectors(subject, t),
      seen(subject.profile, t),
      kept(subject, t),
      decision(t),
      rights(t),
      section(t('consent.complaint.heading'), [
        t('consent.complaint.where', { institution: subject.institution.name[language] }),
      ]),
    ],
  };
  return { ...content, sha256: sha256Of(content) };
}

/** SHA-256, hexadecimal, over the JSON with sorted keys and no spaces. */
function sha256Of(content: Omit<ConsentDocument, 'sha256'>): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}

/** JSON in which one value has one writing: the keys of each object sorted, no white space (RFC 8785 for texts and whole numbers). */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`).join(',')}}`;
}

function section(heading: string, paragraphs: readonly (string | false)[]): Section {
  return { heading, paragraphs: paragraphs.filter((paragraph) => paragraph !== false) };
}

function parties(subject: ConsentSubject, language: Language, t: Translate): Section {
  const { institution, event } = subject;
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: institution.timeZone }).format(
    event.opensAt,
  );
  return section(t('consent.parties.heading'), [
    t('consent.parties.operator', { institution: institution.name[language] }),
    t('consent.parties.subject', { name: subject.name }),
    t('consent.parties.event', { title: event.title[language], discipline: event.discipline[language], date }),
    t('consent.parties.purpose'),
    t('consent.parties.basis', { basis: event.ruleSet.legalBasis[language] }),
    event.profileReason !== '' && t('consent.parties.reason', { reason: event.profileReason }),
  ]);
}

function collected(profile: Profile, t: Translate): Section {
  return section(t('consent.collected.heading'), [
    t('consent.collected.answers'),
    ...profile.records.map((source) => t(`consent.collected.${source}`)),
    profile.identity && t('consent.collected.identity'),
    t('consent.collected.messages'),
    t('consent.collected.technical'),
    profile.fullScreen && t('consent.collected.fullScreen'),
    profile.aloneInRoom && t('consent.collected.aloneInRoom'),
    t('consent.collected.nothingMore'),
  ]);
}

function detectors({ profile, silencedDetectors }: ConsentSubject, t: Translate): Section {
  const active = profile.detectors.filter((code) => !silencedDetectors.includes(code));
  const line = (code: FlagCode) =>
    t('consent.detectors.line', { code, name: t(`flag.${code}.name`), explanation: t(`flag.${code}.explanation`) });
  return section(t('consent.detectors.heading'), [
    t('consent.detectors.intro'),
    ...active.map(line),
    // The server notes it under every profile.
    line('SES-01'),
    t('consent.detectors.never'),
  ]);
}

function seen(profile: Profile, t: Translate): Section {
  const watched = profile.records.length > 0;
  return section(t('consent.seen.heading'), [
    watched && t('consent.seen.live'),
    watched && t('consent.seen.review'),
    t('consent.seen.work'),
    watched && t('consent.seen.candidates'),
    t('consent.seen.transfer'),
  ]);
}

function kept({ profile, event }: ConsentSubject, t: Translate): Section {
  const { recordingDays, recordingDaysWithIncident, accessLogDays } = event.ruleSet.values.retention;
  const recorded = profile.records.length > 0;
  return section(t('consent.kept.heading'), [
    profile.identity && t('consent.kept.identity'),
    recorded && t('consent.kept.recording', { count: recordingDays }),
    recorded && t('consent.kept.incident', { count: recordingDaysWithIncident }),
    recorded && t('consent.kept.access', { count: accessLogDays }),
    t('consent.kept.work'),
  ]);
}

function decision(t: Translate): Section {
  return section(t('consent.decision.heading'), [t('consent.decision.person'), t('consent.decision.network')]);
}

function rights(t: Translate): Section {
  return section(t('consent.rights.heading'), [
    t('consent.rights.alternative'),
    t('consent.rights.record'),
    t('consent.rights.withdraw'),
    t('consent.rights.term'),
  ]);
}
