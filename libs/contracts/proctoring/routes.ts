import { z } from 'zod';

import { id, idParams, moment, pageOf, pageQuery } from '../common';
import { joinTicketAnswer } from '../media/ticket';
import { route } from '../route';
import { eventRow } from '../schedule/schedule';
import { manualCode } from './flag';
import { recordingView } from './recording';
import {
  consentDocument,
  decisionOutcome,
  deviceReport,
  flagView,
  mySitting,
  sittingDetail,
  sittingRow,
} from './sitting';

const done = z.strictObject({ done: z.literal(true) });
const reason = z.string().trim().min(3).max(2000);

export const proctoringRoutes = {
  // The candidate's side.
  mySittings: route({ method: 'GET', path: '/my/sittings', access: 'own_sitting.read', answer: z.array(mySitting) }),
  mySitting: route({
    method: 'GET',
    path: '/my/sittings/:id',
    access: 'own_sitting.read',
    params: idParams,
    answer: mySitting,
  }),
  /** The notice in the language asked for; the hash is sent back with the consent. */
  consentDocument: route({
    method: 'GET',
    path: '/my/sittings/:id/consent-document',
    access: 'own_sitting.read',
    params: idParams,
    query: z.strictObject({ language: z.enum(['kk', 'ru', 'en']) }),
    answer: consentDocument,
  }),
  consent: route({
    method: 'POST',
    path: '/my/sittings/:id/consent',
    access: 'own_sitting.act',
    params: idParams,
    body: z.strictObject({ language: z.enum(['kk', 'ru', 'en']), sha256: z.string().length(64) }),
    answer: mySitting,
  }),
  /** One click: never a disadvantage, answered by staff (DP-03). */
  requestAlternative: route({
    method: 'POST',
    path: '/my/sittings/:id/alternative',
    access: 'own_sitting.act',
    params: idParams,
    body: z.strictObject({ reason: z.string().trim().max(2000).default('') }),
    answer: mySitting,
  }),
  reportDevice: route({
    method: 'POST',
    path: '/my/sittings/:id/device-check',
    access: 'own_sitting.act',
    params: idParams,
    body: deviceReport,
    answer: mySitting,
  }),
  /** Up to 2 MiB of noise, thrown away: the browser times it. */
  probe: route({
    method: 'POST',
    path: '/my/sittings/:id/probe',
    access: 'own_sitting.act',
    params: idParams,
    limit: 'probe',
    files: ['noise'],
    answer: z.strictObject({ bytes: z.number() }),
  }),
  rehearsed: route({
    method: 'POST',
    path: '/my/sittings/:id/rehearsal',
    access: 'own_sitting.act',
    params: idParams,
    answer: mySitting,
  }),
  /** Two JPEG stills: `face` and `document`; the document's numbers are masked in the browser before they leave it. */
  showIdentity: route({
    method: 'POST',
    path: '/my/sittings/:id/identity',
    access: 'own_sitting.act',
    params: idParams,
    limit: 'upload',
    files: ['face', 'document'],
    answer: mySitting,
  }),
  start: route({
    method: 'POST',
    path: '/my/sittings/:id/start',
    access: 'own_sitting.act',
    params: idParams,
    body: z.strictObject({ deviceId: z.uuid() }),
    answer: mySitting,
  }),
  myTicket: route({
    method: 'POST',
    path: '/my/sittings/:id/ticket',
    access: 'own_sitting.act',
    params: idParams,
    body: z.strictObject({ purpose: z.enum(['rehearsal', 'sitting']) }),
    answer: joinTicketAnswer,
  }),
  /** What was noted about oneself, what was decided, and who looked. */
  myRecord: route({
    method: 'GET',
    path: '/my/sittings/:id/record',
    access: 'own_sitting.read',
    params: idParams,
    answer: sittingDetail.pick({
      flags: true,
      actions: true,
      messages: true,
      decision: true,
      views: true,
      consent: true,
    }),
  }),

  // The staff's side.
  watchedEvents: route({
    method: 'GET',
    path: '/proctoring/events',
    access: 'sitting.read',
    answer: z.array(eventRow),
  }),
  listSittings: route({
    method: 'GET',
    path: '/events/:id/sittings',
    access: 'sitting.read',
    params: idParams,
    query: pageQuery.extend({
      search: z.string().trim().max(100).optional(),
      needsReview: z.stringbool().optional(),
    }),
    answer: pageOf(sittingRow),
  }),
  getSitting: route({
    method: 'GET',
    path: '/sittings/:id',
    access: 'sitting.read',
    params: idParams,
    answer: sittingDetail,
  }),
  watchTicket: route({
    method: 'POST',
    path: '/events/:id/watch-ticket',
    access: 'sitting.watch',
    params: idParams,
    answer: joinTicketAnswer,
  }),
  identityImage: route({
    method: 'GET',
    path: '/sittings/:id/identity/:image',
    access: 'sitting.identify',
    params: z.strictObject({ id, image: z.enum(['face', 'document']) }),
    binary: true,
  }),
  answerAlternative: route({
    method: 'POST',
    path: '/sittings/:id/alternative-answer',
    access: 'alternative.answer',
    params: idParams,
    body: z.strictObject({ granted: z.boolean(), answer: reason }),
    answer: sittingDetail,
  }),
  recording: route({
    method: 'GET',
    path: '/sittings/:id/recording',
    access: 'recording.watch',
    params: idParams,
    answer: recordingView,
  }),
  /** A stored object by its signed link, with byte ranges. */
  object: route({
    method: 'GET',
    path: '/objects/:token',
    access: 'signed_link',
    params: z.strictObject({ token: z.string().max(2000) }),
    binary: true,
  }),
  triageFlag: route({
    method: 'POST',
    path: '/flags/:id/triage',
    access: 'flag.triage',
    params: idParams,
    body: z.strictObject({
      verdict: z.enum(['confirmed', 'dismissed', 'raised']),
      note: z.string().trim().max(2000).default(''),
    }),
    answer: flagView,
  }),
  addFlag: route({
    method: 'POST',
    path: '/sittings/:id/flags',
    access: 'flag.triage',
    params: idParams,
    body: z.strictObject({ code: manualCode, startedAt: moment, endedAt: moment, note: reason }),
    answer: flagView,
  }),
  /** `retake` and `annulled` need a confirmed flag with its clip and a second person (DP-12). */
  proposeDecision: route({
    method: 'POST',
    path: '/sittings/:id/decision',
    access: 'decision.propose',
    params: idParams,
    body: z.strictObject({ outcome: decisionOutcome, reason }),
    answer: sittingDetail,
  }),
  confirmDecision: route({
    method: 'POST',
    path: '/sittings/:id/decision/confirmation',
    access: 'decision.confirm',
    params: idParams,
    body: z.strictObject({ agreed: z.boolean(), reason: z.string().trim().max(2000).default('') }),
    answer: sittingDetail,
  }),
  /** Closes admission for those who never came: proposed by the system, confirmed by a person. */
  markAbsent: route({
    method: 'POST',
    path: '/sittings/:id/absence',
    access: 'decision.propose',
    params: idParams,
    body: z.strictObject({ reason }),
    answer: done,
  }),
};
