import type { decisionOutcome } from '@aigaq/contracts';
import type { z } from 'zod';

/** How a sitting came to its end; `refused`, `absent` and `cancelled` end one that never started. */
export type SittingEnd = 'submitted' | 'expired' | 'ended_by_proctor' | 'refused' | 'absent' | 'cancelled';

export interface SittingNamed {
  readonly sittingId: string;
  readonly eventId: string;
  readonly institutionId: string;
}

declare module '@aigaq/platform' {
  interface Facts {
    'sitting.invited': SittingNamed & { readonly accountId: string };
    /** Anything that a screen shows of the sitting changed. */
    'sitting.changed': SittingNamed;
    'sitting.started': SittingNamed;
    'sitting.paused': SittingNamed;
    'sitting.resumed': SittingNamed;
    'sitting.ended': SittingNamed & { readonly how: SittingEnd };
    /** Another browser holds the sitting now; `deviceId` is the one that lost it. */
    'sitting.taken_over': SittingNamed & { readonly deviceId: string };
    'flag.changed': { readonly sittingId: string; readonly flagId: string };
    /** A proctor warned the candidate: to be shown at once. */
    'sitting.warned': SittingNamed & { readonly warningId: string; readonly text: string };
    /** The media node of a room was lost: whoever publishes or watches in it needs a new ticket. */
    'media.moved': { readonly room: string; readonly reason: string };
    'message.sent': { readonly sittingId: string; readonly messageId: string };
    'decision.reached': { readonly sittingId: string; readonly outcome: z.infer<typeof decisionOutcome> };
  }
}
