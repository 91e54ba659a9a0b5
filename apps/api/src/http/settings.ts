/** What the frame of HTTP and sockets has to know of the configuration. */
export interface ServingSettings {
  /** Browsers reach us by TLS, so cookies are for TLS alone. */
  readonly secure: boolean;
  /** Origins of our own pages besides the host that is asked. */
  readonly allowedOrigins: readonly string[];
  /** Balancers before us whose `X-Forwarded-For` is to be believed. */
  readonly proxyHops: number;
  /** Origins of media nodes that pages may connect to. */
  readonly mediaOrigins: readonly string[];
  /** Folder of the built client; without it only `/api` is served. */
  readonly webFolder: string | undefined;
  /** Answers are checked against their schemas, and an answer that differs is a bug (tests). */
  readonly checkAnswers: boolean;
  /** Shared with the media nodes. */
  readonly nodeSecret: string;
}

export const SERVING = Symbol('SERVING');
