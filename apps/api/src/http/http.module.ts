import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';

import { PeopleModule } from '@aigaq/people';

import { AccessGuard } from './access.guard';
import { CallInterceptor } from './call.interceptor';
import { CheckDeclarations } from './check-declarations';
import { ConnectOrigins } from './connect-origins';
import { HealthController } from './health.controller';
import { ProblemFilter } from './problem.filter';

/** The frame around every REST route. */
@Global()
@Module({
  imports: [DiscoveryModule, PeopleModule],
  controllers: [HealthController],
  providers: [
    CheckDeclarations,
    ConnectOrigins,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_INTERCEPTOR, useClass: CallInterceptor },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
  exports: [ConnectOrigins],
})
export class HttpModule {}
