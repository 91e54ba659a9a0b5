import { Alert, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { useMe } from '../../app/session';
import { useKeepLanguage } from '../../app/use-keep-language';
import { LanguageSwitch, PageHeader, useTexts } from '../../shared';
import { Devices } from './devices';
import { PasswordForm } from './password-form';
import { SecondFactor } from './second-factor';

export function AccountPage() {
  const { t, local } = useTexts();
  const me = useMe();
  const keepLanguage = useKeepLanguage();
  const fullName = [me.familyName, me.givenName, me.patronymic].filter((part) => part !== null).join(' ');
  return (
    <>
      <PageHeader title={t('nav.account')} description={t('account.description')} />
      <Stack gap="lg" maw={920}>
        {me.secondFactorRequired && !me.secondFactor && (
          <Alert color="amber" icon={<IconShieldCheck aria-hidden />} role="status">
            {t('totp.required')}
          </Alert>
        )}
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg">
          <Stack gap="lg">
            <Section title={t('account.aboutMe')}>
              <Facts
                facts={[
                  [t('field.fullName'), fullName],
                  [t('field.login'), me.login],
                  [t('field.email'), me.email ?? t('answer.none')],
                  [t('field.roles'), me.roles.map((role) => t(`role.${role}`)).join(', ')],
                  [t('account.institution'), local(me.institution.name)],
                ]}
              />
              <Text size="sm" c="dimmed">
                {t('account.aboutMeHelp')}
              </Text>
            </Section>
            <Section title={t('field.language')}>
              <LanguageSwitch onChoose={keepLanguage} />
              <Text size="sm" c="dimmed">
                {t('account.languageHelp')}
              </Text>
            </Section>
          </Stack>
          <Stack gap="lg">
            <Section title={t('totp.title')}>
              <SecondFactor />
            </Section>
            <Section title={t('password.change')}>
              <PasswordForm />
            </Section>
          </Stack>
        </SimpleGrid>
        <Section title={t('devices.title')}>
          <Text size="sm" c="dimmed">
            {t('devices.text')}
          </Text>
          <Devices />
        </Section>
      </Stack>
    </>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Paper component="section" withBorder p={{ base: 'md', sm: 'lg' }} radius="md">
      <Stack gap="sm">
        <Title order={2} fz="lg">
          {title}
        </Title>
        {children}
      </Stack>
    </Paper>
  );
}

function Facts({ facts }: { facts: readonly (readonly [string, string])[] }) {
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
