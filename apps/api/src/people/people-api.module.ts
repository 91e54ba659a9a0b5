import { Module } from '@nestjs/common';

import { PeopleModule } from '@aigaq/people';

@Module({ imports: [PeopleModule], controllers: [] })
export class PeopleApiModule {}
