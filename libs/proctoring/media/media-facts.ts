declare module '@aigaq/platform' {
  interface Facts {
    /** The node of a room was lost: whoever published or watched in it needs a new ticket. */
    'media.moved': { room: string; reason: string };
  }
}
export {};
