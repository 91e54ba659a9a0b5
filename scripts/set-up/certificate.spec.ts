import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, get } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { certificateFor, selfSigned } from './certificate.mjs';

describe('the self-signed certificate', () => {
  it('names hosts and addresses, IPv6 too, and is signed by its own key', () => {
    const { cert } = selfSigned(
      ['exam.example.kz', '192.168.1.7', 'fe80::1:2', '::1'],
      new Date('2026-01-01T00:00:00Z'),
    );
    const certificate = new X509Certificate(cert);
    expect(certificate.checkHost('exam.example.kz')).toBeDefined();
    for (const address of ['192.168.1.7', 'fe80::1:2', '::1']) expect(certificate.checkIP(address)).toBeDefined();
    expect(certificate.checkIP('192.168.1.8')).toBeUndefined();
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(Date.parse(certificate.validTo)).toBe(Date.parse('2027-02-02T00:00:00Z'));
  });

  it('serves TLS to a client that trusts it', async () => {
    const { cert, key } = selfSigned(['localhost'], new Date());
    const server = createServer({ cert, key }, (_request, response) => response.end('here'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    try {
      const status = await new Promise<number | undefined>((resolve, reject) => {
        const options = { host: '127.0.0.1', port, ca: cert, servername: 'localhost' };
        get(options, (answer) => resolve(answer.resume().statusCode)).on('error', reject);
      });
      expect(status).toBe(200);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });

  it('is kept for the same host and made anew for another, its key readable by its owner alone', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'aigaq-tls-'));
    try {
      const { certFile, keyFile } = await certificateFor(folder, '10.0.0.5');
      const first = readFileSync(certFile, 'utf8');
      await certificateFor(folder, '10.0.0.5');
      expect(readFileSync(certFile, 'utf8')).toBe(first);
      await certificateFor(folder, '10.0.0.6');
      expect(readFileSync(certFile, 'utf8')).not.toBe(first);
      expect(statSync(keyFile).mode & 0o777).toBe(0o600);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
