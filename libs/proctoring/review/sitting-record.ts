import type { ActionView, DecisionView, MessageView, SittingDetail } from '@aigaq/contracts';
import type { Scope } from '@aigaq/people';
import { Database } from '@aigaq/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { ConsentEntity } from '../persistence/consent.entity';
import { DecisionEntity } from '../persistence/decision.entity';
import { FlagEntity } from '../persistence/flag.entity';
import { MessageEntity } from '../persistence/message.entity';
import { type Names, readNames } from '../persistence/names';
import { SittingActionEntity } from '../persistence/sitting-action.entity';
import { ViewTraceEntity } from '../persistence/view-trace.entity';
import { flagView } from './flag-view';

/** What was noted, done, said, decided and looked at: the part of the detail that the candidate may see too. */
export type SittingRecordView = Pick<
  SittingDetail,
  'flags' | 'actions' | 'messages' | 'decision' | 'views' | 'consent'
>;

/** Reads the record of one sitting, in order of time; whether the person may see it is asked before. */
@Injectable()
export class SittingRecord {
  constructor(private readonly database: Database) {}

  async of(scope: Scope, sittingId: string): Promise<SittingRecordView> {
    const lines = await readLines(this.database.manager, sittingId);
    const names = await readNames(this.database.manager, scope.institutionId, peopleIn(lines));
    return {
      flags: lines.flags.map((flag) => flagView(flag, names)),
      actions: lines.actions.map((action) => actionView(action, names)),
      messages: lines.messages.map((message) => messageView(message, names)),
      decision: lines.decision && decisionView(lines.decision, names),
      views: lines.views.map((view) => ({
        at: view.at.toISOString(),
        name: names(view.accountId) ?? '',
        what: view.what,
      })),
      consent: lines.consent && {
        at: lines.consent.givenAt.toISOString(),
        version: lines.consent.version,
        language: lines.consent.language,
        sha256: lines.consent.sha256,
      },
    };
  }
}

interface Lines {
  readonly flags: FlagEntity[];
  readonly actions: SittingActionEntity[];
  readonly messages: MessageEntity[];
  readonly views: ViewTraceEntity[];
  /** The newest one: it stands, waits, or was sent back. */
  readonly decision: DecisionEntity | null;
  readonly consent: ConsentEntity | null;
}

async function readLines(manager: EntityManager, sittingId: string): Promise<Lines> {
  const where = { sittingId };
  const [flags, actions, messages, views, decision, consent] = await Promise.all([
    manager.find(FlagEntity, { where, order: { startedAt: 'ASC', id: 'ASC' } }),
    manager.find(SittingActionEntity, { where, order: { at: 'ASC', id: 'ASC' } }),
    manager.find(MessageEntity, { where, order: { at: 'ASC', id: 'ASC' } }),
    manager.find(ViewTraceEntity, { where, order: { at: 'ASC', id: 'ASC' } }),
    manager.findOne(DecisionEntity, { where, order: { proposedAt: 'DESC', id: 'DESC' } }),
    manager.findOne(ConsentEntity, { where, order: { givenAt: 'DESC', id: 'DESC' } }),
  ]);
  return { flags, actions, messages, views, decision, consent };
}

function peopleIn(lines: Lines): (string | null)[] {
  return [
    ...lines.flags.map((flag) => flag.triagedBy),
    ...lines.actions.map((action) => action.byAccount),
    ...lines.messages.map((message) => message.accountId),
    ...lines.views.map((view) => view.accountId),
    lines.decision?.proposedBy ?? null,
    lines.decision?.confirmedBy ?? null,
  ];
}

function actionView(action: SittingActionEntity, names: Names): ActionView {
  return {
    id: action.id,
    at: action.at.toISOString(),
    kind: action.kind,
    by: names(action.byAccount),
    reason: action.reason,
    seconds: action.seconds,
  };
}

export function messageView(message: MessageEntity, names: Names): MessageView {
  return {
    id: message.id,
    at: message.at.toISOString(),
    from: message.sender,
    name: names(message.accountId) ?? '',
    text: message.text,
  };
}

function decisionView(decision: DecisionEntity, names: Names): DecisionView {
  return {
    outcome: decision.outcome,
    reason: decision.reason,
    proposedBy: names(decision.proposedBy) ?? '',
    proposedById: decision.proposedBy,
    proposedAt: decision.proposedAt.toISOString(),
    needsSecond: decision.needsSecond,
    confirmedBy: names(decision.confirmedBy),
    confirmedAt: decision.confirmedAt?.toISOString() ?? null,
    state: decision.state,
  };
}
