declare module '@aigaq/platform' {
  interface Facts {
    /** Every item of an attempt has its points. */
    'attempt.graded': { sittingId: string };
  }
}

export {};
