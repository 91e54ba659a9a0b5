import { IconPlayerRecordFilled } from '@tabler/icons-react';

import { useTexts } from '../../shared';
import { useEquipped } from '../admission/use-equipped';
import { useSession, useSitting } from '../live/use-session';
import { useValue } from '../live/value';

/** Says at all times whether one is recorded. */
export function RecordingSign() {
  const { t } = useTexts();
  const { profile } = useSitting();
  const state = useValue(useSession().room.state);
  const equipped = useEquipped();
  if (profile.records.length === 0) return null;
  const on = state === 'live';
  return (
    <span className="recording-sign" data-on={on || undefined}>
      <IconPlayerRecordFilled size={14} aria-hidden />
      {t(on ? (equipped ? 'examPage.recording' : 'examPage.recordingPartly') : 'examPage.recordingOff')}
    </span>
  );
}
