import { Text } from '@mantine/core';

import { useTexts } from '../../shared';
import { useSession } from '../live/use-session';
import { useValue } from '../live/value';

/** Where the answers are: on the server, on their way, or only here. */
export function SaveState() {
  const { t, timeWithSeconds } = useTexts();
  const session = useSession();
  const unsent = useValue(session.unsent);
  const phase = useValue(session.line.phase);
  if (unsent.answers > 0 && phase !== 'up')
    return <Text component="span">{t('saving.waiting', { count: unsent.answers })}</Text>;
  if (unsent.answers > 0) return <Text component="span">{t('state.saving')}</Text>;
  if (unsent.savedAt === null) return null;
  return <Text component="span">{t('saving.saved', { time: timeWithSeconds(new Date(unsent.savedAt)) })}</Text>;
}
