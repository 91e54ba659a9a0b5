import { createContext, useContext, useMemo } from 'react';

import { newId } from '@aigaq/kernel';
import type { SittingRow } from '@aigaq/contracts';

import { useNotify } from '../../shared';
import type { PendingDeeds } from '../wall/pending-deeds';
import type { WallConnection } from '../wall/wall-connection';

interface Wall {
  readonly connection: WallConnection;
  readonly pending: PendingDeeds;
}
export const WallContext = createContext<Wall | null>(null);

export function useWall(): Wall {
  const wall = useContext(WallContext);
  if (!wall) throw new Error('WallContext is missing');
  return wall;
}

/** What a proctor does to a candidate; a failure is told, never thrown. */
export function useDeeds() {
  const { connection, pending } = useWall();
  const notify = useNotify();
  return useMemo(() => {
    /** True when it was done. */
    const tell = async (done: string, deed: Promise<unknown>): Promise<boolean> => {
      try {
        await deed;
        notify.done(done);
        return true;
      } catch (error) {
        notify.failed(error);
        return false;
      }
    };
    const on = (row: Pick<SittingRow, 'id'>) => ({ commandId: newId<string>(), sittingId: row.id });
    return {
      tell,
      on,
      connection,
      /** Heavy actions wait ten seconds, so that they can be taken back. */
      later: (kind: 'end' | 'refuse', row: SittingRow, reason: string) =>
        pending.add({ id: newId<string>(), kind, sittingId: row.id, name: row.name, reason }),
    };
  }, [connection, pending, notify]);
}
