import './facts';

export * from './domain/actor';
export * from './domain/display-name';
export * from './domain/roles';
export * from './find-session';
export * from './people.module';
export { Account } from './persistence/account.entity';
export { Institution } from './persistence/institution.entity';
export { peopleEntities, peopleMigrations } from './persistence/schema';
