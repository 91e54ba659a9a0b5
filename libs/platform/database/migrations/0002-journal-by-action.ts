import type { MigrationInterface, QueryRunner } from 'typeorm';

export class JournalByAction1764000000001 implements MigrationInterface {
  name = 'JournalByAction1764000000001';

  async up(query: QueryRunner): Promise<void> {
    // For retention, which deletes old lines of a few kinds and leaves the others.
    await query.query('create index journal_by_action on journal (action, at)');
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
