import { createHash, randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';

/**
 * A candidate whose sitting runs.
 * @typedef {{ cookie: string, sittingId: string, deviceId: string, itemIds: string[] }} Candidate
 */

const itemCount = 20;
const hours = 3600;

const scale = [
  { letter: 'A', points: 4, from: 50, traditional: { kk: 'A', ru: 'A', en: 'A' } },
  { letter: 'F', points: 0, from: 0, traditional: { kk: 'F', ru: 'F', en: 'F' } },
];
const name = { kk: 'Өлшеу', ru: 'Замер', en: 'Bench' };
const rules = {
  admissionMinutes: 20,
  networkGrantMaximumSeconds: 600,
  networkGrantMinimumSeconds: 5,
  passPercent: 50,
  scale,
  rounding: 'half_up',
  retention: { identityImages: 'sitting_end', recordingDays: 30, recordingDaysWithIncident: 180, accessLogDays: 365 },
  secondPersonFromSeverity: 3,
};
const profile = {
  name: 'none',
  version: 1,
  records: [],
  fullScreen: false,
  identity: false,
  detectors: [],
  aloneInRoom: false,
};

/**
 * Puts an exam with so many running sittings into the database: what is measured is the saving, not the way there.
 * @param {string} url of the database
 * @param {number} count
 * @returns {Promise<Candidate[]>}
 */
export async function seedSittings(url, count) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('begin');
    const exam = await seedExam(client);
    const candidates = [];
    for (let number = 1; number <= count; number += 1) candidates.push(await seedCandidate(client, exam, number));
    await client.query('commit');
    return candidates;
  } finally {
    await client.end();
  }
}

/**
 * @typedef {{ institutionId: string, eventId: string, itemIds: string[] }} Exam
 * @param {pg.Client} client
 * @returns {Promise<Exam>}
 */
async function seedExam(client) {
  const [institutionId, authorId, disciplineId, ruleSetId, eventId] = Array.from({ length: 5 }, () => randomUUID());
  await client.query(
    `insert into institution (id, code, name, kind, time_zone, default_language) values ($1, 'bench', $2, 'college', 'Asia/Almaty', 'kk')`,
    [institutionId, name],
  );
  await insertAccount(client, String(authorId), String(institutionId), 'bench-author', ['teacher']);
  await client.query(`insert into discipline (id, institution_id, code, name) values ($1, $2, 'B', $3)`, [
    disciplineId,
    institutionId,
    name,
  ]);
  await client.query(
    `insert into rule_set (id, institution_id, name, version, legal_basis, "values", valid_from) values ($1, $2, $3, 1, $3, $4, '2020-01-01')`,
    [ruleSetId, institutionId, name, rules],
  );
  const frozen = { id: ruleSetId, name, version: 1, legalBasis: name, values: rules, unverified: [] };
  await client.query(
    `insert into event (id, institution_id, kind, discipline_id, title, language, opens_at, closes_at, duration_seconds,
       profile_name, rule_set_id, frozen_profile, frozen_rule_set, state, created_by)
     values ($1, $2, 'current_control', $3, $4, 'kk', now() - interval '1 minute', now() + interval '4 hours', $5, 'none', $6, $7, $8, 'open', $9)`,
    [eventId, institutionId, disciplineId, name, hours, ruleSetId, profile, frozen, authorId],
  );
  await client.query('insert into form (event_id, institution_id) values ($1, $2)', [eventId, institutionId]);
  const itemIds = Array.from({ length: itemCount }, () => randomUUID());
  for (const [index, id] of itemIds.entries()) {
    const item = { type: 'extended_text', prompt: 'Bench', points: 1, guidance: '', maxWords: null };
    await client.query('insert into form_item (id, event_id, position, item) values ($1, $2, $3, $4)', [
      id,
      eventId,
      index + 1,
      item,
    ]);
  }
  return { institutionId: String(institutionId), eventId: String(eventId), itemIds };
}

/**
 * @param {pg.Client} client
 * @param {Exam} exam
 * @param {number} number
 * @returns {Promise<Candidate>}
 */
async function seedCandidate(client, { institutionId, eventId, itemIds }, number) {
  const [accountId, sittingId, deviceId] = [randomUUID(), randomUUID(), randomUUID()];
  const token = randomBytes(32).toString('base64url');
  await insertAccount(client, accountId, institutionId, `bench-${number}`, ['candidate']);
  await client.query(
    `insert into account_session (id, account_id, token_hash, csrf_token, complete, expires_at, address, user_agent)
     values ($1, $2, $3, 'bench', true, now() + interval '1 day', '127.0.0.1', 'bench')`,
    [randomUUID(), accountId, createHash('sha256').update(token).digest('hex')],
  );
  await client.query('insert into event_candidate (event_id, account_id) values ($1, $2)', [eventId, accountId]);
  await client.query(
    `insert into sitting (id, institution_id, event_id, account_id, state, profile, duration_seconds, closes_at, started_at, ends_at)
     values ($1, $2, $3, $4, 'live', $5, $6, now() + interval '4 hours', now(), now() + interval '1 hour')`,
    [sittingId, institutionId, eventId, accountId, profile, hours],
  );
  await client.query(`insert into sitting_time_fact (id, sitting_id, at, kind) values ($1, $2, now(), 'started')`, [
    randomUUID(),
    sittingId,
  ]);
  await client.query(
    `insert into attempt (sitting_id, institution_id, event_id, account_id, state, opened_at) values ($1, $2, $3, $4, 'open', now())`,
    [sittingId, institutionId, eventId, accountId],
  );
  return { cookie: `aigaq_session=${token}`, sittingId, deviceId, itemIds };
}

/**
 * @param {pg.Client} client
 * @param {string} id
 * @param {string} institutionId
 * @param {string} login
 * @param {string[]} roles
 */
async function insertAccount(client, id, institutionId, login, roles) {
  await client.query(
    `insert into account (id, institution_id, login, family_name, given_name, language, password_hash, must_change_password, roles)
     values ($1, $2, $3, $3, 'Bench', 'kk', '', false, $4)`,
    [id, institutionId, login, roles],
  );
}
