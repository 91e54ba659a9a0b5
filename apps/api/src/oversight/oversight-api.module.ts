import { OversightModule } from '@aigaq/oversight';
import { Module } from '@nestjs/common';

import { OversightController } from './oversight.controller';

@Module({ imports: [OversightModule], controllers: [OversightController] })
export class OversightApiModule {}
