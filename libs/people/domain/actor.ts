import type { Language, Permission, Role } from '@aigaq/contracts';

/** Every query over an institution's things takes one: forgetting whose they are does not compile. */
export interface Scope {
  readonly institutionId: string;
}

/** Who acts: the person behind a request or a socket. */
export interface Actor extends Scope {
  readonly accountId: string;
  readonly sessionId: string;
  readonly name: string;
  readonly language: Language;
  readonly roles: readonly Role[];
  readonly permissions: ReadonlySet<Permission>;
}

/** Where a request came from, for evidence and rate limits. */
export interface Origin {
  readonly address: string;
  readonly userAgent: string;
}
