import { Alert, Group, Stack } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';

import { useCan, useMe } from '../../app/session';
import { AnchorLink, ButtonLink, PageHeader, useTexts } from '../../shared';
import { MyWork } from './my-work';

/** What needs this person now. */
export function HomePage() {
  const { t, local, date } = useTexts();
  const me = useMe();
  const can = useCan();
  return (
    <>
      <PageHeader
        title={t('home.greeting', { name: me.givenName })}
        documentTitle={t('nav.home')}
        description={`${local(me.institution.name)} · ${date(new Date())}`}
      />
      <Stack gap="xl" maw={1000}>
        {me.secondFactorRequired && !me.secondFactor && (
          <Alert color="amber" icon={<IconShieldCheck aria-hidden />}>
            {t('totp.required')} <AnchorLink to="/account">{t('nav.account')}</AnchorLink>
          </Alert>
        )}
        {can('own_sitting.read') && (
          <Group>
            <ButtonLink to="/my-exams" variant="default">
              {t('home.ownExams')}
            </ButtonLink>
          </Group>
        )}
        {can('event.read') && <MyWork />}
      </Stack>
    </>
  );
}
