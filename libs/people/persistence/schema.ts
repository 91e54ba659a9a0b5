import { Account } from './account.entity';
import { Institution } from './institution.entity';
import { People1700000000002 } from './migrations/0001-people';

export const peopleEntities = [Institution, Account] as const;
export const peopleMigrations = [People1700000000002] as const;
