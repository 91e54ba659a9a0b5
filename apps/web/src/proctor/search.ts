/** Which candidate stands open beside the wall: in the address, so that a reload comes back to it. */
export interface WallSearch {
  open?: string;
}

export function readWallSearch(search: Record<string, unknown>): WallSearch {
  const { open } = search;
  return typeof open === 'string' && /^[0-9a-f-]{36}$/i.test(open) ? { open } : {};
}
