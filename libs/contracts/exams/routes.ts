import { z } from 'zod';

import { id, idParams } from '../common';
import { route } from '../route';
import { attemptReview, authoredItem, form, presentedItem, receipt, savedAnswer } from './exams';

export const examRoutes = {
  getForm: route({ method: 'GET', path: '/events/:id/form', access: 'form.read', params: idParams, answer: form }),
  /** Replaces the whole form; an item keeps its id where one is sent. */
  saveForm: route({
    method: 'PUT',
    path: '/events/:id/form',
    access: 'form.update',
    params: idParams,
    limit: 'write',
    body: z.strictObject({
      version: z.number().int(),
      items: z.array(z.strictObject({ id: id.optional(), item: authoredItem })).max(300),
    }),
    answer: form,
  }),
  /** The items of one's own exam, only while it runs, with the answers that the server has. */
  myExam: route({
    method: 'GET',
    path: '/my/sittings/:id/exam',
    access: 'own_sitting.act',
    params: idParams,
    answer: z.strictObject({ items: z.array(presentedItem), answers: z.array(savedAnswer) }),
  }),
  submit: route({
    method: 'POST',
    path: '/my/sittings/:id/submission',
    access: 'own_sitting.act',
    params: idParams,
    body: z.strictObject({ deviceId: z.uuid(), lastSequence: z.number().int().min(0) }),
    answer: receipt,
  }),
  myReceipt: route({
    method: 'GET',
    path: '/my/sittings/:id/receipt',
    access: 'own_sitting.read',
    params: idParams,
    answer: receipt,
  }),
  reviewAttempt: route({
    method: 'GET',
    path: '/sittings/:id/attempt',
    access: 'attempt.read',
    params: idParams,
    answer: attemptReview,
  }),
  /** How the attempts of an event stand, for its list. */
  listResults: route({
    method: 'GET',
    path: '/events/:id/results',
    access: 'attempt.read',
    params: idParams,
    answer: z.array(attemptReview.pick({ sittingId: true, state: true, result: true })),
  }),
  grade: route({
    method: 'POST',
    path: '/sittings/:id/grades',
    access: 'attempt.grade',
    params: idParams,
    body: z.strictObject({
      grades: z
        .array(
          z.strictObject({ itemId: id, points: z.number().min(0), comment: z.string().trim().max(5000).default('') }),
        )
        .min(1)
        .max(300),
    }),
    answer: attemptReview,
  }),
};
