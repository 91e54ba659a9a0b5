import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RecordingRetention1764000000004 implements MigrationInterface {
  name = 'RecordingRetention1764000000004';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      -- The recording was deleted because its time was over; its segments' lines stay, so that coverage can be told.
      alter table sitting add column recording_deleted_at timestamptz;
      -- The object of a segment is gone since.
      alter table recording_segment add column deleted_at timestamptz;
      create index recording_segment_stored on recording_segment (sitting_id) where deleted_at is null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
