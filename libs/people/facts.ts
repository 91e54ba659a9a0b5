import type { Language } from '@aigaq/contracts';

declare module '@aigaq/platform' {
  interface Facts {
    /** Signed out, ended from another device, or ended because password or rights changed. */
    'sessions.ended': { sessionIds: string[] };
    /** Somebody typed a login, which may be nobody's. */
    'password_reset.requested': { login: string; language: Language };
  }
}
