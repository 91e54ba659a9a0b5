import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

import type { SittingDetail } from '@aigaq/contracts';

import { useCan } from '../../app/session';
import { useTexts } from '../../shared';
import { deedsOf } from '../timeline/lanes';
import { ActionLine } from './action-log';
import { SittingFacts } from './facts';
import { IdentityStills } from './identity-stills';

/** Everything that is known of a sitting besides flags and answers. */
export function RecordTab({ detail }: { detail: SittingDetail }) {
  const { t } = useTexts();
  return (
    <Stack gap="lg">
      <Part title={t('review.record.identity')}>
        <Identity detail={detail} />
      </Part>
      <Part title={t('review.record.talk')}>
        <Talk detail={detail} />
      </Part>
      <Part title={t('watch.details')}>
        <SittingFacts detail={detail} />
      </Part>
      <Part title={t('review.record.views')}>
        <Views detail={detail} />
      </Part>
    </Stack>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <Title order={3} fz="md" mb={6}>
        {title}
      </Title>
      {children}
    </section>
  );
}

function Identity({ detail }: { detail: SittingDetail }) {
  const { t, dateTime } = useTexts();
  const can = useCan();
  const { identity, profile, row } = detail;
  if (!profile.identity) return <Text size="sm">{t('watch.identity.notNeeded')}</Text>;
  const state = t(`watch.identity.state.${identity.state}`);
  return (
    <Stack gap="xs">
      <Text size="sm">
        {identity.decidedBy !== null && identity.decidedAt !== null
          ? t('review.record.identityBy', { state, name: identity.decidedBy, at: dateTime(identity.decidedAt) })
          : state}
        {identity.reason !== '' && ` · ${identity.reason}`}
      </Text>
      {identity.hasImages && can('sitting.identify') && (
        <IdentityStills sittingId={row.id} name={row.name} shown={identity.state} />
      )}
      <Text size="xs" c="dimmed">
        {t('watch.identity.kept')}
      </Text>
    </Stack>
  );
}

function Talk({ detail }: { detail: SittingDetail }) {
  const { t, timeWithSeconds } = useTexts();
  const deeds = deedsOf(detail.actions, detail.messages);
  if (deeds.length === 0) return <Text size="sm">{t('review.record.talkNone')}</Text>;
  return (
    <ol className="plain-list">
      {deeds.map((deed) => (
        <li key={deed.kind === 'action' ? deed.action.id : deed.message.id} className="line">
          {deed.kind === 'action' ? (
            <ActionLine action={deed.action} />
          ) : (
            <>
              <Text size="sm">
                <span className="digits">{timeWithSeconds(deed.message.at)}</span>{' '}
                {deed.message.from === 'candidate'
                  ? `${deed.message.name} (${t('review.record.candidate')})`
                  : deed.message.name || t('watch.chat.system')}
              </Text>
              <Text size="sm" className="said">
                {deed.message.text}
              </Text>
            </>
          )}
        </li>
      ))}
    </ol>
  );
}

function Views({ detail }: { detail: SittingDetail }) {
  const { t, tryText, dateTime } = useTexts();
  if (detail.views.length === 0) return <Text size="sm">{t('review.record.viewsNone')}</Text>;
  return (
    <>
      <Text size="xs" c="dimmed">
        {t('review.record.viewsHelp')}
      </Text>
      <ul className="plain-list">
        {detail.views.map((view) => (
          <li key={view.at + view.name + view.what} className="line">
            <Text size="sm">
              {dateTime(view.at)} · {view.name} · {tryText(`record.view.${view.what}`) ?? view.what}
            </Text>
          </li>
        ))}
      </ul>
    </>
  );
}
