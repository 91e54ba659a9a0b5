import type { EntityManager } from 'typeorm';

import type { FormItem } from '../domain/grade-book';
import { FormItemEntity } from './form-item.entity';
import { FormEntity } from './form.entity';

/** The items of an event in their order; null when it has no form. */
export async function readForm(
  manager: EntityManager,
  eventId: string,
): Promise<{ version: number; items: FormItem[] } | null> {
  const form = await manager.findOneBy(FormEntity, { eventId });
  if (!form) return null;
  return { version: form.version, items: await readItems(manager, eventId) };
}

export async function readItems(manager: EntityManager, eventId: string): Promise<FormItem[]> {
  const lines = await manager.find(FormItemEntity, { where: { eventId }, order: { position: 'ASC' } });
  return lines.map(({ id, position, item }) => ({ id, position, item }));
}
