import { generateKeyPairSync, randomBytes, sign, X509Certificate } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { isIP } from 'node:net';
import { join } from 'node:path';

/**
 * @typedef {{ certFile: string, keyFile: string }} TlsFiles
 */

const day = 24 * 60 * 60 * 1000;

/**
 * A self-signed certificate for trying Aigaq from another machine: browsers give camera and screen only to a secure
 * page. It is kept until it names another host or is about to end, so that browsers ask only once.
 * @param {string} folder
 * @param {string} host name or address that the browsers use
 * @returns {Promise<TlsFiles>}
 */
export async function certificateFor(folder, host) {
  const files = { certFile: join(folder, 'cert.pem'), keyFile: join(folder, 'key.pem') };
  if (isFit(files, host)) return files;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { cert, key } = selfSigned([host, 'localhost', '127.0.0.1'], new Date());
  await writeFile(files.keyFile, key, { mode: 0o600 });
  await writeFile(files.certFile, cert);
  return files;
}

/**
 * @param {TlsFiles} files
 * @param {string} host
 */
function isFit({ certFile, keyFile }, host) {
  if (!existsSync(certFile) || !existsSync(keyFile)) return false;
  const certificate = new X509Certificate(readFileSync(certFile));
  const named = isIP(host) ? certificate.checkIP(host) : certificate.checkHost(host);
  return named !== undefined && Date.parse(certificate.validTo) - Date.now() > 7 * day;
}

/**
 * An X.509 v3 certificate (RFC 5280) over a fresh P-256 key, valid for 397 days: the most that browsers take.
 * @param {string[]} hosts names and addresses; the first is the subject
 * @param {Date} from
 * @returns {{ cert: string, key: string }} PEM
 */
export function selfSigned(hosts, from) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const algorithm = sequence(oid('2a8648ce3d040302')); // ecdsa-with-SHA256
  const name = sequence(set(sequence(oid('550403'), der(0x0c, Buffer.from(hosts[0] ?? 'localhost')))));
  const to = new Date(from.getTime() + 397 * day);
  const alternatives = [...new Set(hosts)].map((host) =>
    isIP(host) ? der(0x87, addressBytes(host)) : der(0x82, Buffer.from(host)),
  );
  const extensions = sequence(
    extension('551d13', sequence(boolean(true)), true), // a root of its own, so that programs may be told to trust it
    extension('551d11', sequence(...alternatives)),
  );
  const serial = Buffer.concat([Buffer.from([0x01]), randomBytes(15)]);
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, serial),
    algorithm,
    name,
    sequence(time(new Date(from.getTime() - day)), time(to)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, extensions),
  );
  const signature = sign('sha256', body, privateKey);
  const certificate = sequence(body, algorithm, der(0x03, Buffer.concat([Buffer.from([0]), signature])));
  const lines = certificate.toString('base64').match(/.{1,64}/g) ?? [];
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

/**
 * One DER element: tag, length, content.
 * @param {number} tag
 * @param {Buffer} content
 */
function der(tag, content) {
  const size = content.length;
  const length = size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
}

const sequence = (/** @type {Buffer[]} */ ...parts) => der(0x30, Buffer.concat(parts));
const set = (/** @type {Buffer[]} */ ...parts) => der(0x31, Buffer.concat(parts));
const oid = (/** @type {string} */ hex) => der(0x06, Buffer.from(hex, 'hex'));
const boolean = (/** @type {boolean} */ value) => der(0x01, Buffer.from([value ? 0xff : 0]));

/**
 * @param {string} id
 * @param {Buffer} value
 * @param {boolean} [critical]
 */
function extension(id, value, critical = false) {
  return sequence(oid(id), ...(critical ? [boolean(true)] : []), der(0x04, value));
}

/** UTCTime, as RFC 5280 asks up to the year 2049. @param {Date} date */
function time(date) {
  const digits = date.toISOString().replace(/[-:T]/g, '').slice(2, 14);
  return der(0x17, Buffer.from(`${digits}Z`));
}

/** @param {string} address */
function addressBytes(address) {
  if (isIP(address) === 4) return Buffer.from(address.split('.').map(Number));
  const [head = '', tail] = address.split('::');
  const groups = (/** @type {string | undefined} */ text) => (text ? text.split(':') : []);
  const [left, right] = [groups(head), groups(tail)];
  const zeros = tail === undefined ? 0 : 8 - left.length - right.length;
  const all = [...left, ...Array.from({ length: zeros }, () => '0'), ...right];
  return Buffer.from(all.map((group) => group.padStart(4, '0')).join(''), 'hex');
}
