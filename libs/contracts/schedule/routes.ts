import { z } from 'zod';

import { id, idParams, localized } from '../common';
import { flagCode } from '../proctoring/flag';
import { route } from '../route';
import {
  eventFields,
  eventPage,
  eventQuery,
  eventState,
  eventView,
  profile,
  rosterEntry,
  ruleSet,
  staffRole,
} from './schedule';

const discipline = z.strictObject({ id, code: z.string(), name: localized });

export const scheduleRoutes = {
  listDisciplines: route({
    method: 'GET',
    path: '/disciplines',
    access: 'discipline.read',
    answer: z.array(discipline),
  }),
  createDiscipline: route({
    method: 'POST',
    path: '/disciplines',
    access: 'discipline.create',
    body: z.strictObject({ code: z.string().trim().min(1).max(40), name: localized }),
    answer: discipline,
  }),
  listProfiles: route({ method: 'GET', path: '/profiles', access: 'event.read', answer: z.array(profile) }),
  listRuleSets: route({ method: 'GET', path: '/rule-sets', access: 'event.read', answer: z.array(ruleSet) }),
  listEvents: route({ method: 'GET', path: '/events', access: 'event.read', query: eventQuery, answer: eventPage }),
  createEvent: route({
    method: 'POST',
    path: '/events',
    access: 'event.create',
    limit: 'write',
    body: eventFields,
    answer: eventView,
  }),
  getEvent: route({ method: 'GET', path: '/events/:id', access: 'event.read', params: idParams, answer: eventView }),
  /** Only a draft changes; `version` guards against overwriting a colleague. */
  updateEvent: route({
    method: 'PATCH',
    path: '/events/:id',
    access: 'event.update',
    params: idParams,
    // Without the defaults of a new event: what is not sent stays as it is.
    body: eventFields.partial().extend({
      profileReason: z.string().trim().max(2000).optional(),
      aids: z.string().trim().max(2000).optional(),
      version: z.number().int(),
    }),
    answer: eventView,
  }),
  /** Approve, announce, back to draft, close or cancel; the permission of the step is checked besides. */
  moveEvent: route({
    method: 'POST',
    path: '/events/:id/state',
    // A senior proctor approves what he may not change: each step asks for a permission of its own.
    access: 'event.read',
    params: idParams,
    body: z.strictObject({ to: eventState, reason: z.string().trim().max(1000).default('') }),
    answer: eventView,
  }),
  listCandidates: route({
    method: 'GET',
    path: '/events/:id/candidates',
    access: 'event.read',
    params: idParams,
    answer: z.array(rosterEntry),
  }),
  addCandidates: route({
    method: 'POST',
    path: '/events/:id/candidates',
    access: 'event.assign',
    params: idParams,
    body: z.strictObject({ accountIds: z.array(id).max(1000).default([]), groupIds: z.array(id).max(100).default([]) }),
    answer: z.strictObject({ added: z.number(), already: z.number() }),
  }),
  updateCandidate: route({
    method: 'PATCH',
    path: '/events/:id/candidates/:accountId',
    access: 'event.assign',
    params: z.strictObject({ id, accountId: id }),
    body: z.strictObject({
      extraSeconds: z
        .number()
        .int()
        .min(0)
        .max(6 * 3600),
      silencedDetectors: z.array(flagCode),
    }),
    answer: rosterEntry,
  }),
  removeCandidate: route({
    method: 'DELETE',
    path: '/events/:id/candidates/:accountId',
    access: 'event.assign',
    params: z.strictObject({ id, accountId: id }),
    answer: z.strictObject({ done: z.literal(true) }),
  }),
  assignStaff: route({
    method: 'PUT',
    path: '/events/:id/staff',
    access: 'event.assign',
    params: idParams,
    body: z.strictObject({ staff: z.array(z.strictObject({ accountId: id, role: staffRole })).max(200) }),
    answer: eventView,
  }),
};
