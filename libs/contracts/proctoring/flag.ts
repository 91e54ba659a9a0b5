import { z } from 'zod';

/** Codes of the violations catalogue that are raised today; severity 0 never speaks against anyone. */
export const flagSeverity = {
  'SCR-01': 1, // left the tab or window
  'SCR-03': 2, // screen share stopped or of a wrong surface
  'SCR-06': 1, // left full screen
  'CAM-01': 1, // face not visible
  'PER-01': 2, // another person in view
  'NET-01': 0, // connection lost
  'SES-01': 2, // a second browser on the same sitting
  'CON-01': 2, // raised by a proctor: instruction not followed
  'DEV-01': 3, // raised by a proctor: phone or other device
  'MAT-01': 3, // raised by a proctor: forbidden notes or books
  'PER-02': 4, // raised by a proctor: help from another person
  'ID-02': 4, // raised by a proctor: another person sits
} as const;

export type FlagCode = keyof typeof flagSeverity;
export const flagCodes = Object.keys(flagSeverity) as [FlagCode, ...FlagCode[]];
export const flagCode = z.enum(flagCodes);

/** What a browser may report by itself. */
export const detectedCodes = [
  'SCR-01',
  'SCR-03',
  'SCR-06',
  'CAM-01',
  'PER-01',
  'NET-01',
] as const satisfies readonly FlagCode[];
export const detectedCode = z.enum(detectedCodes);
export type DetectedCode = z.infer<typeof detectedCode>;

/** What a proctor or reviewer may note by hand. */
export const manualCodes = [
  'CON-01',
  'DEV-01',
  'MAT-01',
  'PER-01',
  'PER-02',
  'ID-02',
  'CAM-01',
  'SCR-01',
] as const satisfies readonly FlagCode[];
export const manualCode = z.enum(manualCodes);

export const flagStates = ['raised', 'dismissed', 'confirmed', 'decided', 'closed'] as const;
export const flagState = z.enum(flagStates);
export type FlagState = z.infer<typeof flagState>;
