import { Inject, Injectable } from '@nestjs/common';

import { failure, newId, success, type Clock } from '@aigaq/kernel';
import type { Language, Localized, Outcome, Role } from '@aigaq/contracts';
import { CLOCK, type Transaction } from '@aigaq/platform';

import { Institution } from '../persistence/institution.entity';

export interface NewInstitution {
  /** Short and unique in the installation. */
  readonly code: string;
  readonly name: Localized;
  readonly kind: 'college' | 'university';
  /** As the IANA database names it, such as `Asia/Almaty`. */
  readonly timeZone: string;
  readonly defaultLanguage: Language;
  readonly secondFactorRoles: readonly Role[];
}

/** Founds an institution without any account. Refuses with `already_exists`, and with `bad_format` for an unknown time zone. */
@Injectable()
export class CreateInstitution {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  async run(transaction: Transaction, given: NewInstitution): Promise<Outcome<string>> {
    if (!isTimeZone(given.timeZone)) return failure({ code: 'bad_format', field: 'timeZone' });
    const id = newId<'institution'>();
    const inserted = await transaction.manager
      .createQueryBuilder()
      .insert()
      .into(Institution)
      .values({ ...given, id, secondFactorRoles: [...given.secondFactorRoles], createdAt: this.clock.now() })
      .orIgnore()
      .returning('id')
      .execute();
    if ((inserted.raw as unknown[]).length === 0) return failure({ code: 'already_exists', field: 'code' });
    await transaction.journal({
      institutionId: id,
      actorId: null,
      action: 'institution.created',
      subjectType: 'institution',
      subjectId: id,
    });
    return success(id);
  }
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
