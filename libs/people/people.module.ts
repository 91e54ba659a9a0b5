import { Module } from '@nestjs/common';

import { FindSession } from './find-session';

const services = [FindSession];

@Module({ providers: services, exports: services })
export class PeopleModule {}
