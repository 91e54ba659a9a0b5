declare module '@aigaq/platform' {
  interface Facts {
    'event.announced': { eventId: string };
    'event.opened': { eventId: string };
    'event.closed': { eventId: string };
    'event.cancelled': { eventId: string };
    /** Only for events that are announced or open already. */
    'event.candidates_added': { eventId: string; accountIds: string[] };
    'event.candidate_removed': { eventId: string; accountId: string };
    /** Extra time or silenced detectors of a candidate changed. */
    'event.candidate_changed': { eventId: string; accountId: string };
    'event.staff_changed': { eventId: string };
  }
}

export {};
