import { AccountSession } from './account-session.entity';
import { Account } from './account.entity';
import { Institution } from './institution.entity';
import { People1700000000002 } from './migrations/0001-people';
import { RosterImport } from './roster-import.entity';
import { StudyGroup } from './study-group.entity';

export const peopleEntities = [Institution, Account, AccountSession, StudyGroup, RosterImport] as const;
export const peopleMigrations = [People1700000000002] as const;
