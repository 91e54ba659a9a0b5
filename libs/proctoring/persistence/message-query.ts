import type { MessageView } from '@aigaq/contracts';
import { displayName } from '@aigaq/people';
import type { EntityManager } from 'typeorm';

interface Row {
  id: string;
  at: Date;
  sender: MessageView['from'];
  text: string;
  family_name: string | null;
  given_name: string | null;
  patronymic: string | null;
}

/** The talk of a sitting, oldest first; or one message of it. */
export async function readMessages(
  manager: EntityManager,
  sittingId: string,
  messageId: string | null = null,
): Promise<MessageView[]> {
  const rows: Row[] = await manager.query(
    `select m.id, m.at, m.sender, m.text, a.family_name, a.given_name, a.patronymic
     from message m left join account a on a.id = m.account_id
     where m.sitting_id = $1 and ($2::uuid is null or m.id = $2) order by m.at, m.id`,
    [sittingId, messageId],
  );
  return rows.map((row) => ({
    id: row.id,
    at: row.at.toISOString(),
    from: row.sender,
    name: displayName({
      familyName: row.family_name ?? '',
      givenName: row.given_name ?? '',
      patronymic: row.patronymic,
    }),
    text: row.text,
  }));
}
