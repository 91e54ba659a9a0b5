import { List, Text } from '@mantine/core';

import type { Profile } from '@aigaq/contracts';

import { useTexts } from '../../shared';

/** What a proctoring profile collects, in words. */
export function ProfileFacts({ profile }: { profile: Profile }) {
  const { t, tryText } = useTexts();
  if (profile.records.length === 0 && profile.detectors.length === 0 && !profile.identity) {
    return <Text size="sm">{t('profile.collectsNothing')}</Text>;
  }
  const detected = profile.detectors.map((code) => (tryText(`flag.${code}.name`) ?? code).toLocaleLowerCase());
  return (
    <List size="sm" spacing={4}>
      {profile.records.length > 0 && (
        <List.Item>
          {t('profile.records', { sources: profile.records.map((source) => t(`source.${source}`)).join(', ') })}
        </List.Item>
      )}
      {profile.identity && <List.Item>{t('profile.identity')}</List.Item>}
      {profile.fullScreen && <List.Item>{t('profile.fullScreen')}</List.Item>}
      {profile.aloneInRoom && <List.Item>{t('profile.alone')}</List.Item>}
      {detected.length > 0 && <List.Item>{t('profile.detects', { flags: detected.join(', ') })}</List.Item>}
    </List>
  );
}
