import type { FormView, InputOf, Outcome, Problem, routes } from '@aigaq/contracts';
import { failure, newId } from '@aigaq/kernel';
import { problemsOfItem } from '@aigaq/items';
import type { Actor } from '@aigaq/people';
import { Database, type Transaction } from '@aigaq/platform';
import { FindEvent } from '@aigaq/schedule';
import { Injectable } from '@nestjs/common';

import { GetForm } from './get-form';
import { readForm } from './persistence/form-queries';
import { FormItemEntity } from './persistence/form-item.entity';
import { FormEntity } from './persistence/form.entity';

type Sent = InputOf<typeof routes.saveForm>['body'];

@Injectable()
export class SaveForm {
  constructor(
    private readonly database: Database,
    private readonly events: FindEvent,
    private readonly get: GetForm,
  ) {}

  /**
   * Replaces the form of a draft: what is approved is approved with its items, and goes back to draft to be changed.
   * Refuses with `changed_meanwhile` when somebody else saved since the actor read it.
   */
  async run(actor: Actor, eventId: string, sent: Sent): Promise<Outcome<FormView>> {
    const problems = await this.database.transaction((tx) => this.save(tx, actor, eventId, sent));
    return problems.length > 0 ? failure(...problems) : this.get.run(actor, eventId);
  }

  private async save(tx: Transaction, actor: Actor, eventId: string, sent: Sent): Promise<Problem[]> {
    await this.events.hold(eventId, tx.manager);
    const event = await this.events.changedBy(actor, eventId, tx.manager);
    if (!event) return [{ code: 'not_found' }];
    if (event.state !== 'draft') return [{ code: 'not_in_this_state', params: { state: event.state } }];
    const form = await readForm(tx.manager, eventId);
    const version = form?.version ?? 0;
    if (sent.version !== version) return [{ code: 'changed_meanwhile', params: { version } }];
    const known = new Set((form?.items ?? []).map((item) => item.id));
    const problems = problemsOfForm(sent.items, known);
    if (problems.length > 0) return problems;
    await tx.manager.upsert(
      FormEntity,
      { eventId, institutionId: event.institutionId, version: version + 1 },
      { conflictPaths: ['eventId'] },
    );
    await replaceItems(tx, eventId, sent.items);
    await tx.journal({
      institutionId: event.institutionId,
      actorId: actor.accountId,
      action: 'form.saved',
      subjectType: 'event',
      subjectId: eventId,
      data: { items: sent.items.length, version: version + 1 },
    });
    return [];
  }
}

function problemsOfForm(items: Sent['items'], known: ReadonlySet<string>): Problem[] {
  const seen = new Set<string>();
  return items.flatMap(({ id, item }, index): Problem[] => {
    const problems = problemsOfItem(item, `items.${index}.item`);
    if (id === undefined) return problems;
    const field = `items.${index}.id`;
    if (!known.has(id)) return [{ code: 'not_found', field }, ...problems];
    if (seen.has(id)) return [{ code: 'already_exists', field }, ...problems];
    seen.add(id);
    return problems;
  });
}

/** Items keep their ids, so that an editor may be open while the form is saved; positions are checked at the commit. */
async function replaceItems(tx: Transaction, eventId: string, items: Sent['items']): Promise<void> {
  const lines = items.map(({ id, item }, index) => ({ id: id ?? newId(), eventId, position: index + 1, item }));
  await tx.manager.query('delete from form_item where event_id = $1 and id <> all($2)', [
    eventId,
    lines.map((line) => line.id),
  ]);
  if (lines.length > 0) await tx.manager.upsert(FormItemEntity, lines, { conflictPaths: ['id'] });
}
