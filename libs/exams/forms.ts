import { Database } from '@aigaq/platform';
import { type EventForm, FindEvent, isAnnounced } from '@aigaq/schedule';
import { Injectable } from '@nestjs/common';

import type { FormItem } from './domain/grade-book';
import { readForm } from './persistence/form-queries';

const rememberedForms = 200;

/** The items of events. What was announced never changes, so it is read once and remembered. */
@Injectable()
export class Forms implements EventForm {
  private readonly remembered = new Map<string, readonly FormItem[]>();

  constructor(
    private readonly database: Database,
    private readonly events: FindEvent,
  ) {}

  async countItems(eventId: string): Promise<number | null> {
    return (await this.find(eventId))?.length ?? null;
  }

  /** In their order; empty when the event has no form. */
  async itemsOf(eventId: string): Promise<readonly FormItem[]> {
    return (await this.find(eventId)) ?? [];
  }

  private async find(eventId: string): Promise<readonly FormItem[] | null> {
    const known = this.remembered.get(eventId);
    if (known) return known;
    // The state is read first: a form that is read after the announcement is the one that stays.
    const event = await this.events.byIdForSystem(eventId);
    const form = await readForm(this.database.manager, eventId);
    if (form && event && isAnnounced(event.state)) this.remember(eventId, form.items);
    return form?.items ?? null;
  }

  private remember(eventId: string, items: readonly FormItem[]): void {
    const [oldest] = this.remembered.keys();
    if (this.remembered.size >= rememberedForms && oldest !== undefined) this.remembered.delete(oldest);
    this.remembered.set(eventId, items);
  }
}
