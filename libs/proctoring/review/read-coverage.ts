import type { CoverageView } from '@aigaq/contracts';
import type { Clock } from '@aigaq/kernel';
import type { Scope } from '@aigaq/people';
import { CLOCK, Database } from '@aigaq/platform';
import { Inject, Injectable } from '@nestjs/common';

import { coverageViews } from '../domain/assemble-recording';
import { readRecording } from '../persistence/recording-queries';
import { SittingEntity } from '../persistence/sitting.entity';

/** How whole a sitting's recording is, in figures: nobody looks at the recording itself. */
@Injectable()
export class ReadCoverage {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Empty for a sitting that never started or of another institution. */
  async of({ institutionId }: Scope, sittingId: string): Promise<CoverageView[]> {
    const { manager } = this.database;
    const sitting = await manager.findOneBy(SittingEntity, { id: sittingId, institutionId });
    return sitting ? coverageViews(await readRecording(manager, sitting, this.clock.now())) : [];
  }
}
