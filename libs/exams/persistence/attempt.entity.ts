import type { AttemptState, Receipt, ResultView } from '@aigaq/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What one person answered in one sitting, and what came of it. */
@Entity('attempt')
export class AttemptEntity {
  @PrimaryColumn({ name: 'sitting_id', type: 'uuid' })
  sittingId!: string;

  @Column({ name: 'institution_id', type: 'uuid' })
  institutionId!: string;

  @Column({ name: 'event_id', type: 'uuid' })
  eventId!: string;

  @Column({ name: 'account_id', type: 'uuid' })
  accountId!: string;

  @Column({ name: 'state', type: 'text' })
  state!: AttemptState;

  @Column({ name: 'opened_at', type: 'timestamptz', nullable: true })
  openedAt!: Date | null;

  @Column({ name: 'submitted_at', type: 'timestamptz', nullable: true })
  submittedAt!: Date | null;

  @Column({ name: 'receipt', type: 'jsonb', nullable: true })
  receipt!: Receipt | null;

  @Column({ name: 'result', type: 'jsonb', nullable: true })
  result!: ResultView | null;
}
