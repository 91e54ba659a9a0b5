import type { Request, Response } from 'express';

/** The cookies by which a browser is known: who is signed in, and that somebody once signed in here. */
export interface SessionCookies {
  readonly session: string | undefined;
  readonly device: string | undefined;
  setSession(token: string, milliseconds: number): void;
  clearSession(): void;
  setDevice(token: string): void;
}

const yearMilliseconds = 365 * 24 * 3600 * 1000;

/** One cookie out of a `Cookie` header; the first of a name counts. */
export function readCookie(header: string | undefined, name: string): string | undefined {
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return undefined;
}

/** With TLS the `__Host-` prefix keeps a neighbouring host from planting a cookie of its own. */
export function cookieNames(secure: boolean): { session: string; device: string } {
  const prefix = secure ? '__Host-' : '';
  return { session: `${prefix}aigaq_session`, device: `${prefix}aigaq_device` };
}

export function cookiesOf(request: Request, response: Response, secure: boolean): SessionCookies {
  const names = cookieNames(secure);
  const options = { httpOnly: true, sameSite: 'lax', secure, path: '/' } as const;
  return {
    session: readCookie(request.headers.cookie, names.session),
    device: readCookie(request.headers.cookie, names.device),
    setSession: (token, milliseconds) =>
      void response.cookie(names.session, token, { ...options, maxAge: milliseconds }),
    clearSession: () => void response.clearCookie(names.session, options),
    setDevice: (token) => void response.cookie(names.device, token, { ...options, maxAge: yearMilliseconds }),
  };
}
