import type { FlagCode, RosterEntry } from '@aigaq/contracts';
import { displayName } from '@aigaq/people';
import type { EntityManager } from 'typeorm';

interface RosterLine {
  account_id: string;
  login: string;
  family_name: string;
  given_name: string;
  patronymic: string | null;
  groups: string | null;
  extra_seconds: number;
  silenced_detectors: FlagCode[];
}

/** The roster of an event in the order of its names; one line of it when an account is given. */
export async function readRoster(
  manager: EntityManager,
  eventId: string,
  accountId: string | null = null,
): Promise<RosterEntry[]> {
  const lines: RosterLine[] = await manager.query(
    `select c.account_id, c.extra_seconds, c.silenced_detectors, a.login, a.family_name, a.given_name, a.patronymic,
       (select string_agg(g.name, ', ' order by g.name)
        from group_member m join study_group g on g.id = m.group_id where m.account_id = a.id) as groups
     from event_candidate c join account a on a.id = c.account_id
     where c.event_id = $1 and ($2::uuid is null or c.account_id = $2)
     order by a.family_name, a.given_name, a.id`,
    [eventId, accountId],
  );
  return lines.map((line) => ({
    accountId: line.account_id,
    name: displayName({ familyName: line.family_name, givenName: line.given_name, patronymic: line.patronymic }),
    login: line.login,
    group: line.groups,
    extraSeconds: line.extra_seconds,
    silencedDetectors: line.silenced_detectors,
  }));
}
