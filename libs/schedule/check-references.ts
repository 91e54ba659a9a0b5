import type { EventFields, Problem } from '@aigaq/contracts';
import type { Scope } from '@aigaq/people';
import { IsNull, type EntityManager } from 'typeorm';

import { DisciplineEntity } from './persistence/discipline.entity';
import { RuleSetEntity } from './persistence/rule-set.entity';

/** Discipline and rule set have to be the institution's own, or shipped. */
export async function problemsOfReferences(
  manager: EntityManager,
  { institutionId }: Scope,
  { disciplineId, ruleSetId }: Pick<EventFields, 'disciplineId' | 'ruleSetId'>,
): Promise<Problem[]> {
  const discipline = await manager.existsBy(DisciplineEntity, { id: disciplineId, institutionId });
  const ruleSet = await manager.existsBy(RuleSetEntity, [
    { id: ruleSetId, institutionId },
    { id: ruleSetId, institutionId: IsNull() },
  ]);
  return [
    ...(discipline ? [] : [{ code: 'not_found', field: 'disciplineId' } as const]),
    ...(ruleSet ? [] : [{ code: 'not_found', field: 'ruleSetId' } as const]),
  ];
}
