import { createHash } from 'node:crypto';
import fc from 'fast-check';

import { languages, type Profile } from '@aigaq/contracts';
import { profiles, shippedRuleSets } from '@aigaq/schedule';

import { canonicalJson, consentDocumentFor, type ConsentSubject, consentVersion } from './consent-document';

const same = (text: string) => ({ kk: text, ru: text, en: text });
const ruleSet = shippedRuleSets[0];
if (!ruleSet) throw new Error('No rule set is shipped.');

const subject = (profile: Profile, silencedDetectors: ConsentSubject['silencedDetectors'] = []): ConsentSubject => ({
  institution: { name: same('Алматы колледжі'), timeZone: 'Asia/Almaty' },
  name: 'Серіков Асан Маратұлы',
  event: {
    title: same('Деректер қоры'),
    discipline: same('Деректер қоры'),
    opensAt: new Date('2026-06-01T20:00:00Z'),
    profileReason: '',
    ruleSet,
  },
  profile,
  silencedDetectors,
});
const wholeText = (of: ConsentSubject, language: 'kk' | 'ru' | 'en' = 'en') =>
  consentDocumentFor(of, language)
    .sections.flatMap((section) => [section.heading, ...section.paragraphs])
    .join('\n');

describe('the notice before a sitting', () => {
  it('names each detector that is on, and none that is off for the event or for the person', () => {
    const text = wholeText(subject(profiles.standard, ['CAM-01']));
    for (const code of ['SCR-01', 'SCR-03', 'SCR-06', 'PER-01', 'NET-01', 'SES-01']) expect(text).toContain(code);
    expect(text).not.toContain('CAM-01');
    expect(wholeText(subject(profiles.light))).not.toContain('PER-01');
  });

  it('says of every source that is recorded, and of no other', () => {
    expect(wholeText(subject(profiles.standard))).toContain('whole screen');
    expect(wholeText(subject(profiles.light))).not.toContain('whole screen');
    expect(wholeText(subject(profiles.none))).not.toContain('recorded');
  });

  it('names the institution, the person, the day in the institution’s time zone and the terms', () => {
    const text = wholeText(subject(profiles.strict));
    for (const part of [
      'Алматы колледжі',
      'Серіков Асан Маратұлы',
      'June 2, 2026',
      '30 days',
      '183 days',
      'alone in the room',
    ])
      expect(text).toContain(part);
  });

  it('has the same sections in all languages', () => {
    const shapes = languages.map((language) =>
      consentDocumentFor(subject(profiles.standard), language).sections.map((section) => section.paragraphs.length),
    );
    expect(new Set(shapes.map((shape) => JSON.stringify(shape))).size).toBe(1);
  });

  it('leaves no gap unfilled', () => {
    for (const profile of Object.values(profiles))
      for (const language of languages)
        expect(wholeText(subject(profile), language)).not.toMatch(/\{\{|consent\.|flag\./);
  });

  it('has a hash that anybody can compute again from what it says', () => {
    const { sha256, ...content } = consentDocumentFor(subject(profiles.standard), 'kk');
    expect(createHash('sha256').update(canonicalJson(content)).digest('hex')).toBe(sha256);
  });

  it('changes its hash with everything that it says', () => {
    const hashes = [
      consentDocumentFor(subject(profiles.standard), 'kk'),
      consentDocumentFor(subject(profiles.standard), 'ru'),
      consentDocumentFor(subject(profiles.strict), 'kk'),
      consentDocumentFor(subject(profiles.standard, ['CAM-01']), 'kk'),
    ].map((document) => document.sha256);
    expect(new Set(hashes).size).toBe(4);
  });

  it('gets a new version when its wording changes', () => {
    const wording = Object.values(profiles).flatMap((profile) =>
      languages.map((language) => wholeText(subject(profile), language)),
    );
    const hash = createHash('sha256').update(canonicalJson(wording)).digest('hex').slice(0, 16);
    // Changed on purpose? Raise `consentVersion`, then write both down here.
    expect({ version: consentVersion, hash }).toEqual({ version: 1, hash: '0ce9514c122b1536' });
  });
});

describe('canonical JSON', () => {
  it('does not depend on the order of keys and says the same as any other JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
    expect(canonicalJson({ b: 1, a: { d: [2], c: null } })).toBe('{"a":{"c":null,"d":[2]},"b":1}');
  });
});
