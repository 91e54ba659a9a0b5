import { useEffect } from 'react';

import { useSession } from '../live/use-session';
import { useValue } from '../live/value';

/** Whether the person is in the room; after a reload he is there again as soon as this is asked. */
export function useRoom(): boolean {
  const session = useSession();
  useEffect(() => {
    if (session.mayBeInRoom) session.room.enter();
  }, [session]);
  return useValue(session.room.entered);
}
