import { join } from 'node:path';
import { root } from './paths.mjs';

/**
 * What the API and the media node are told, in one place: the start and the tests build it the same way.
 * @typedef {object} Stack
 * @property {string} dataFolder
 * @property {string} databaseUrl
 * @property {string} secret of the API, at least 32 characters
 * @property {string} nodeSecret that API and media node share
 * @property {string} workerBin
 * @property {number} port of the API
 * @property {number} mediaPort of the media node's signalling
 * @property {number} rtcPort of the media themselves, UDP and TCP
 * @property {string} [host] by which other machines reach this one; without it only this machine does
 * @property {import('./certificate.mjs').TlsFiles} [tls]
 * @property {boolean} demo whether the demonstration college is made
 * @property {string} [nodeEnv]
 * @property {string} [logLevel]
 * @property {NodeJS.ProcessEnv} [outside] where settings like S3_ENDPOINT may stand
 */

const storeSettings = ['S3_ENDPOINT', 'S3_ACCESS_KEY', 'S3_SECRET_KEY', 'S3_BUCKET', 'S3_REGION'];

/**
 * @param {Stack} stack
 */
export function environmentOf(stack) {
  const { host, tls, outside = {} } = stack;
  const scheme = tls === undefined ? 'http' : 'https';
  // By name, not by number: passkeys are bound to a name.
  const visible = host === undefined ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  const url = `${scheme}://${visible}:${stack.port}`;
  const mediaUrl = `${scheme}://${visible}:${stack.mediaPort}`;
  const internalUrl = `${scheme}://127.0.0.1:${stack.port}`;
  const listen = host === undefined ? '127.0.0.1' : '0.0.0.0';
  /** @type {Record<string, string>} */
  const common = {
    NODE_ENV: stack.nodeEnv ?? 'production',
    LOG_LEVEL: stack.logLevel ?? outside['LOG_LEVEL'] ?? 'info',
    HOST: listen,
    DATA_DIR: stack.dataFolder,
    NODE_SECRET: stack.nodeSecret,
    MEDIA_URL: mediaUrl,
    ...storeOf(stack.dataFolder, outside),
    ...(tls === undefined
      ? {}
      : { TLS_CERT_FILE: tls.certFile, TLS_KEY_FILE: tls.keyFile, NODE_EXTRA_CA_CERTS: tls.certFile }),
  };
  /** @type {Record<string, string>} */
  const api = {
    ...common,
    PORT: String(stack.port),
    PUBLIC_URL: url,
    DATABASE_URL: stack.databaseUrl,
    SECRET: stack.secret,
    DEMO: stack.demo ? '1' : '0',
    WEB_DIR: join(root, 'dist', 'web'),
    ...(outside['SMTP_URL'] ? { SMTP_URL: outside['SMTP_URL'] } : {}),
  };
  /** @type {Record<string, string>} */
  const media = {
    ...common,
    PORT: String(stack.mediaPort),
    API_URL: internalUrl,
    NODE_NAME: 'local',
    MEDIASOUP_WORKER_BIN: stack.workerBin,
    RTC_LISTEN_IP: listen,
    RTC_ANNOUNCED_ADDRESS: host ?? '127.0.0.1',
    RTC_PORT: String(stack.rtcPort),
  };
  return { url, mediaUrl, internalUrl, internalMediaUrl: `${scheme}://127.0.0.1:${stack.mediaPort}`, api, media };
}

/**
 * @param {string} dataFolder
 * @param {NodeJS.ProcessEnv} outside
 * @returns {Record<string, string>}
 */
function storeOf(dataFolder, outside) {
  if (!outside['S3_ENDPOINT']) return { STORE: 'folder', STORE_DIR: join(dataFolder, 'store') };
  const given = storeSettings.flatMap((name) => (outside[name] ? [[name, outside[name]]] : []));
  return { STORE: 's3', ...Object.fromEntries(given) };
}
