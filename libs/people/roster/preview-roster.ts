import { Inject, Injectable } from '@nestjs/common';

import { failure, newId, success, type Clock } from '@aigaq/kernel';
import type { Outcome } from '@aigaq/contracts';
import { CLOCK, Database } from '@aigaq/platform';

import type { Actor } from '../domain/actor';
import { readHeading } from '../domain/roster/columns';
import { countActions, planRows } from '../domain/roster/plan-rows';
import { readLines } from '../domain/roster/read-lines';
import { RosterImport } from '../persistence/roster-import.entity';
import { readRosterFile } from './read-roster-file';
import { type RosterImportView, toRosterImportView } from './roster-import-view';
import { takenLogins } from './taken-logins';

/**
 * Reads a roster file and says what applying it would do, with every bad line and column; changes nothing.
 * Refuses the whole file when it cannot be read or its heading is not understood.
 */
@Injectable()
export class PreviewRoster {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, file: { bytes: Buffer; name: string }): Promise<Outcome<RosterImportView>> {
    const table = await readRosterFile(file);
    if (!table.ok) return table;
    const [first, ...others] = table.value;
    const heading = readHeading(first?.cells ?? []);
    if (heading.problems.length > 0) return failure(...heading.problems);
    const lines = readLines(heading.columns, others);
    const taken = await takenLogins(
      this.database.manager,
      lines.map(({ login }) => login),
    );
    const preview = {
      id: newId<'roster_import'>(),
      institutionId: actor.institutionId,
      createdBy: actor.accountId,
      createdAt: this.clock.now(),
      fileName: file.name.slice(0, 200),
      rows: planRows(lines, taken, actor),
      state: 'preview' as const,
    };
    await this.database.transaction(async (transaction) => {
      await transaction.manager.insert(RosterImport, preview);
      await transaction.journal({
        institutionId: actor.institutionId,
        actorId: actor.accountId,
        action: 'roster.previewed',
        subjectType: 'roster_import',
        subjectId: preview.id,
        data: countActions(preview.rows),
      });
    });
    return success(toRosterImportView(preview));
  }
}
