import { ExamsModule } from '@aigaq/exams';
import { Module } from '@nestjs/common';

import { AttemptController } from './attempt.controller';
import { FormController } from './form.controller';

@Module({ imports: [ExamsModule], controllers: [FormController, AttemptController] })
export class ExamsApiModule {}
