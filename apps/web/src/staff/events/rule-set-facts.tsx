import { List, Stack, Text } from '@mantine/core';

import type { RuleSetView } from '@aigaq/contracts';

import { useTexts } from '../../shared';

/** The numbers that an exam runs under, and where they come from. */
export function RuleSetFacts({ ruleSet }: { ruleSet: RuleSetView }) {
  const { t, local, duration, number } = useTexts();
  const { values } = ruleSet;
  return (
    <Stack gap={6}>
      <List size="sm" spacing={4}>
        <List.Item>{t('ruleSet.admission', { minutes: values.admissionMinutes })}</List.Item>
        <List.Item>
          {values.networkGrantMaximumSeconds === 0
            ? t('ruleSet.noNetworkGrant')
            : t('ruleSet.networkGrant', { duration: duration(values.networkGrantMaximumSeconds) })}
        </List.Item>
        <List.Item>{t('ruleSet.pass', { percent: number(values.passPercent) })}</List.Item>
        <List.Item>
          {t('ruleSet.retention', {
            days: values.retention.recordingDays,
            incidentDays: values.retention.recordingDaysWithIncident,
          })}
        </List.Item>
      </List>
      <Text size="sm" c="dimmed">
        {t('ruleSet.basis', { basis: local(ruleSet.legalBasis) })}
      </Text>
      {ruleSet.unverified.length > 0 && (
        <Text size="sm" c="dimmed">
          {t('ruleSet.unverified')}
        </Text>
      )}
    </Stack>
  );
}
