import { useEffect, useState } from 'react';

import { useSession } from '../live/use-session';

/** Whether the person is in the room; after a reload he is there again as soon as the devices are. */
export function useRoom(): { entered: boolean; noteEntered: () => void } {
  const session = useSession();
  const [entered, setEntered] = useState(() => session.room.entered);
  useEffect(() => {
    if (entered || !session.mayBeInRoom) return;
    session.room.enter();
    setEntered(true);
  }, [entered, session]);
  return { entered, noteEntered: () => setEntered(true) };
}
