import { type DynamicModule, Global, Module } from '@nestjs/common';

import { PUBLIC_URL } from '@aigaq/people';
import { openStore, PlatformModule, RETENTION_TERMS, retentionTerms } from '@aigaq/platform';

import { API_CONFIG, type ApiConfig, isSecure } from './config';
import { DemoModule } from './demo/demo.module';
import { DocumentsApiModule } from './documents/documents-api.module';
import { ExamsApiModule } from './exams/exams-api.module';
import { HttpModule } from './http/http.module';
import { SERVING, type ServingSettings } from './http/settings';
import { OversightApiModule } from './oversight/oversight-api.module';
import { PeopleApiModule } from './people/people-api.module';
import { PortsModule } from './ports.module';
import { CandidateApiModule } from './proctoring/candidate-api.module';
import { WatchingApiModule } from './proctoring/watching-api.module';
import { ScheduleApiModule } from './schedule/schedule-api.module';
import { entities, migrations } from './schema';
import { SocketsModule } from './sockets/sockets.module';

/** The parts of the API: one module for each library of meaning. */
const parts = [
  // One a line, so that they are added without a quarrel.
  PeopleApiModule,
  PortsModule,
  ScheduleApiModule,
  ExamsApiModule,
  CandidateApiModule,
  WatchingApiModule,
  DocumentsApiModule,
  OversightApiModule,
  DemoModule,
];

/**
 * Counted by address for those who are not signed in: a whole class behind one address signs in within a
 * minute. What a single account may be guessed at the sign-in itself limits.
 */
const allowances = { sign_in: { points: 600, seconds: 60 }, password_reset: { points: 60, seconds: 600 } };

@Global()
@Module({})
export class AppModule {
  static forRoot(config: ApiConfig): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.forRoot({
          database: { url: config.DATABASE_URL, entities, migrations, poolSize: config.DATABASE_POOL },
          store: openStore(config),
          secret: config.SECRET,
          mail: { url: config.SMTP_URL, from: config.MAIL_FROM },
          allowances,
        }),
        HttpModule,
        SocketsModule,
        ...parts,
      ],
      providers: [
        { provide: API_CONFIG, useValue: config },
        { provide: SERVING, useValue: servingOf(config) },
        { provide: PUBLIC_URL, useValue: publicUrlOf(config) },
        { provide: RETENTION_TERMS, useValue: retentionTerms(config) },
      ],
      exports: [API_CONFIG, SERVING, PUBLIC_URL, RETENTION_TERMS],
    };
  }
}

function servingOf(config: ApiConfig): ServingSettings {
  return {
    secure: isSecure(config),
    allowedOrigins: [
      ...config.ALLOWED_ORIGINS,
      ...(config.PUBLIC_URL === undefined ? [] : [new URL(config.PUBLIC_URL).origin]),
    ],
    proxyHops: config.TRUST_PROXY_HOPS,
    mediaOrigins: config.MEDIA_URL,
    webFolder: config.WEB_DIR,
    checkAnswers: config.NODE_ENV === 'test',
    nodeSecret: config.NODE_SECRET,
  };
}

/** Without a balancer the address is our own. */
function publicUrlOf(config: ApiConfig): string {
  const own = `${config.TLS_CERT_FILE === undefined ? 'http' : 'https'}://localhost:${config.PORT}`;
  return (config.PUBLIC_URL ?? own).replace(/\/$/, '');
}
