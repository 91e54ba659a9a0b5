/** When this proctor last looked at each candidate; kept in the browser, it is nobody else's business. */
export type Looks = Readonly<Record<string, number>>;

/** Minutes without a look from which on it is told. */
export const longUnseen = 4;

export function minutesUnseen(looks: Looks, id: string, since: number, now: number): number {
  return Math.max(0, Math.floor((now - Math.max(since, looks[id] ?? 0)) / 60_000));
}

/** "4 min (5), 9 min (1)": how many have not been looked at for how long, the shortest time first. */
export function unseenGroups(
  ids: readonly string[],
  looks: Looks,
  since: number,
  now: number,
): { minutes: number; count: number }[] {
  const groups = new Map<number, number>();
  for (const id of ids) {
    const minutes = minutesUnseen(looks, id, since, now);
    if (minutes >= longUnseen) groups.set(minutes, (groups.get(minutes) ?? 0) + 1);
  }
  return [...groups].map(([minutes, count]) => ({ minutes, count })).sort((a, b) => a.minutes - b.minutes);
}

/** Who was not looked at for the longest time. */
export function longestUnseen(ids: readonly string[], looks: Looks): string | undefined {
  return ids.reduce<string | undefined>(
    (longest, id) => (longest === undefined || (looks[id] ?? 0) < (looks[longest] ?? 0) ? id : longest),
    undefined,
  );
}
