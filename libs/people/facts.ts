declare module '@aigaq/platform' {
  interface Facts {
    /** Signed out, ended from another device, or ended because password or rights changed. */
    'sessions.ended': { sessionIds: string[] };
  }
}

export {};
