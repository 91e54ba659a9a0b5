import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The items of an event, all together; an event without a row has no form yet. */
@Entity('form')
export class FormEntity {
  @PrimaryColumn({ name: 'event_id', type: 'uuid' })
  eventId!: string;

  @Column({ name: 'institution_id', type: 'uuid' })
  institutionId!: string;

  @Column({ name: 'version', type: 'int' })
  version!: number;
}
