/**
 * Addresses of pages that other areas link to; the areas declare their routes by the same paths. Here, so that an area
 * that is loaded later is not imported for the sake of a link.
 */
export const places = {
  /** The wall of an event. */
  wall: (eventId: string): string => `/watch/${eventId}`,
  /** The sittings of an event, to be reviewed. */
  review: (eventId: string): string => `/review/${eventId}`,
};
