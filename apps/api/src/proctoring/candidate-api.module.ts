import { Module } from '@nestjs/common';

import { ProctoringModule } from '@aigaq/proctoring';

import { CandidateScreens } from './candidate-screens';
import { MySittingController } from './my-sitting.controller';
import { SittingGateway } from './sitting.gateway';

/** The candidate's half of proctoring. */
@Module({
  imports: [ProctoringModule],
  controllers: [MySittingController],
  providers: [CandidateScreens, SittingGateway],
})
export class CandidateApiModule {}
