import type { AttemptReview, Outcome, SittingDetail } from '@aigaq/contracts';
import { ReviewAttempt } from '@aigaq/exams';
import { failure, success } from '@aigaq/kernel';
import { type Actor, Institution } from '@aigaq/people';
import { Database } from '@aigaq/platform';
import { ReadCoverage, ReadSittings, SittingDetails, type SittingNow } from '@aigaq/proctoring';
import { type EventRecord, FindEvent } from '@aigaq/schedule';
import { Injectable } from '@nestjs/common';

import type { ProtocolModel, ProtocolResult } from './domain/protocol-model';

export type ProtocolMatter = Omit<ProtocolModel, 'number' | 'createdAt' | 'createdBy'>;

/** Gathers what a protocol states from the libraries that know it. */
@Injectable()
export class ProtocolMaterial {
  constructor(
    private readonly database: Database,
    private readonly details: SittingDetails,
    private readonly sittings: ReadSittings,
    private readonly events: FindEvent,
    private readonly coverage: ReadCoverage,
    private readonly attempts: ReviewAttempt,
  ) {}

  /** Refuses with `not_found`, `undecided` while no decision is reached and `not_graded` while points are missing. */
  async gather(actor: Actor, sittingId: string): Promise<Outcome<ProtocolMatter>> {
    const detail = await this.details.of(actor, sittingId);
    const event = detail && (await this.events.seenBy(actor, detail.event.id));
    const institution = await this.database.manager.findOneBy(Institution, { id: actor.institutionId });
    if (!detail || !event || !institution) return failure({ code: 'not_found' });
    const { decision } = detail;
    if (decision?.state !== 'reached') return failure({ code: 'undecided' });
    const sitting = await this.sittings.byId(sittingId);
    const attempt = await this.attempts.forDocument(actor, sittingId);
    if (attempt && !attempt.result) return failure({ code: 'not_graded' });
    return success({
      language: event.language,
      timeZone: institution.timeZone,
      institution: institution.name,
      ...eventPart(event),
      ...candidatePart(detail),
      sitting: { ...bounds(sitting), receipt: attempt?.receipt ?? null },
      coverage: await this.coverage.of(actor, sittingId),
      flags: detail.flags,
      actions: detail.actions,
      decision,
      result: attempt && resultPart(attempt, event),
    });
  }
}

function eventPart(event: EventRecord): Pick<ProtocolMatter, 'event' | 'ruleSet' | 'profile'> {
  const { kind, title, durationSeconds, aids } = event;
  return {
    event: {
      kind,
      title,
      discipline: event.discipline.name,
      opensAt: event.opensAt.toISOString(),
      closesAt: event.closesAt.toISOString(),
      durationSeconds,
      aids,
    },
    ruleSet: { name: event.ruleSet.name, version: event.ruleSet.version },
    profile: event.profile,
  };
}

function candidatePart({
  row,
  candidate,
  accommodation,
  consent,
  identity,
}: SittingDetail): Pick<ProtocolMatter, 'candidate' | 'admission'> {
  return {
    candidate: { name: row.name, login: candidate.login, group: row.group, extraSeconds: accommodation.extraSeconds },
    admission: {
      consent: consent && { at: consent.at, version: consent.version, language: consent.language },
      identity:
        identity.state === 'confirmed' ? { state: 'confirmed', by: identity.decidedBy, at: identity.decidedAt } : null,
    },
  };
}

/** Null for a person who never started. */
function bounds(sitting: SittingNow | null): { startedAt: string | null; endedAt: string | null } {
  return { startedAt: sitting?.startedAt?.toISOString() ?? null, endedAt: sitting?.endedAt?.toISOString() ?? null };
}

function resultPart(attempt: AttemptReview, event: EventRecord): ProtocolResult | null {
  const { result } = attempt;
  if (!result) return null;
  const step = event.ruleSet.values.scale.find((each) => each.letter === result.letter);
  return { ...result, traditional: step?.traditional ?? { kk: result.letter, ru: result.letter, en: result.letter } };
}
