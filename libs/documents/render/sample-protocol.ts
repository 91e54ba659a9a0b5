import type { Language } from '@aigaq/contracts';

import type { ProtocolModel } from '../domain/protocol-model';

const name = { kk: 'Сынақ', ru: 'Проба', en: 'Sample' };
const at = (time: string): string => `2026-05-20T${time}.000Z`;

/** A protocol with something in every section, for looking at the layout and for specs. */
export function sampleProtocol(language: Language): ProtocolModel {
  return {
    number: 'PR-2026-000001',
    createdAt: at('12:00:00'),
    createdBy: 'Әбенова Гүлнұр Қайратқызы',
    language,
    timeZone: 'Asia/Almaty',
    institution: { kk: '«Гауһар» жоғары әңгіме, ғұмыр, құқық және өнер колледжі', ru: 'Колледж', en: 'College' },
    event: {
      kind: 'interim_attestation',
      title: name,
      discipline: { kk: 'Деректер қоры', ru: 'Базы данных', en: 'Databases' },
      opensAt: at('08:00:00'),
      closesAt: at('12:00:00'),
      durationSeconds: 3600,
      aids: '',
    },
    ruleSet: { name, version: 1 },
    profile: {
      name: 'standard',
      version: 1,
      records: ['camera', 'screen', 'microphone'],
      fullScreen: true,
      identity: true,
      detectors: ['SCR-01'],
      aloneInRoom: false,
    },
    candidate: { name: 'Серіков Асан Маратұлы', login: 'candidate1', group: 'БҚ-21', extraSeconds: 600 },
    admission: {
      consent: { at: at('07:50:00'), version: 1, language },
      identity: { state: 'confirmed', by: 'Жұмабаева Әсел', at: at('07:58:00') },
    },
    sitting: {
      startedAt: at('08:00:05'),
      endedAt: at('08:55:00'),
      receipt: {
        number: '7K3Q-19FD',
        submittedAt: at('08:55:00'),
        answered: 10,
        items: 10,
        sha256: 'a'.repeat(64),
        how: 'submitted',
      },
    },
    coverage: [
      {
        source: 'camera',
        percent: 99.3,
        recordedMs: 3_272_000,
        missingMs: 23_000,
        ofMs: 3_295_000,
        gaps: [{ from: at('08:20:00'), to: at('08:20:23'), cause: 'network' }],
      },
    ],
    flags: [
      {
        id: '00000000-0000-7000-8000-000000000001',
        code: 'SCR-01',
        severity: 1,
        origin: 'detector',
        detector: 'window',
        detectorVersion: '1',
        startedAt: at('08:12:00'),
        endedAt: at('08:12:06'),
        confidence: 1,
        note: '',
        state: 'dismissed',
        triagedBy: 'Жұмабаева Әсел',
        triagedAt: at('10:00:00'),
        triageNote: 'Хабарлама терезесі ашылған',
      },
    ],
    actions: [
      {
        id: '00000000-0000-7000-8000-000000000002',
        at: at('08:30:00'),
        kind: 'granted',
        by: 'Жұмабаева Әсел',
        reason: 'Дыбыс тексерілді',
        seconds: 120,
      },
    ],
    decision: {
      outcome: 'cleared',
      reason: 'Бұзушылық анықталған жоқ',
      proposedBy: 'Омаров Ерлан',
      proposedById: '00000000-0000-7000-8000-000000000003',
      proposedAt: at('11:00:00'),
      needsSecond: false,
      confirmedBy: null,
      confirmedAt: null,
      state: 'reached',
    },
    result: {
      points: 18,
      maximum: 20,
      percent: 90,
      letter: 'A−',
      traditional: { kk: 'Өте жақсы', ru: 'Отлично', en: 'Excellent' },
      passed: true,
    },
  };
}
