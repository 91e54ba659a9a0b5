import { environmentOf, type Stack } from './environment.mjs';

const stack: Stack = {
  dataFolder: '/data',
  databaseUrl: 'postgres://one@127.0.0.1/aigaq',
  secret: 's',
  nodeSecret: 'n',
  workerBin: '/cache/worker',
  port: 3000,
  mediaPort: 3001,
  rtcPort: 3002,
  demo: true,
};

describe('the environment of API and media node', () => {
  it('keeps everything on this machine unless a host is named', () => {
    const { url, api, media } = environmentOf(stack);
    expect(url).toBe('http://localhost:3000');
    expect(api).toMatchObject({
      HOST: '127.0.0.1',
      PUBLIC_URL: url,
      MEDIA_URL: 'http://localhost:3001',
      STORE: 'folder',
    });
    expect(media).toMatchObject({ RTC_LISTEN_IP: '127.0.0.1', RTC_ANNOUNCED_ADDRESS: '127.0.0.1', RTC_PORT: '3002' });
  });

  it('speaks TLS under the named host, to which the media node trusts', () => {
    const tls = { certFile: '/data/tls/cert.pem', keyFile: '/data/tls/key.pem' };
    const { url, internalUrl, api, media } = environmentOf({ ...stack, host: '192.168.1.7', tls });
    expect(url).toBe('https://192.168.1.7:3000');
    expect(internalUrl).toBe('https://127.0.0.1:3000');
    expect(api).toMatchObject({ HOST: '0.0.0.0', TLS_CERT_FILE: tls.certFile, TLS_KEY_FILE: tls.keyFile });
    expect(media).toMatchObject({
      API_URL: internalUrl,
      NODE_EXTRA_CA_CERTS: tls.certFile,
      RTC_ANNOUNCED_ADDRESS: '192.168.1.7',
    });
  });

  it('puts an IPv6 address into brackets where it stands in an address', () => {
    expect(environmentOf({ ...stack, host: 'fe80::1' }).url).toBe('http://[fe80::1]:3000');
  });

  it('uses the S3 store and the mail server of the surrounding environment', () => {
    const outside = { S3_ENDPOINT: 'http://s3', S3_ACCESS_KEY: 'a', S3_SECRET_KEY: 'b', SMTP_URL: 'smtp://mail' };
    const { api, media } = environmentOf({ ...stack, outside });
    expect(api).toMatchObject({ STORE: 's3', S3_ENDPOINT: 'http://s3', SMTP_URL: 'smtp://mail' });
    expect(api).not.toHaveProperty('STORE_DIR');
    expect(media).toMatchObject({ STORE: 's3', S3_SECRET_KEY: 'b' });
    expect(media).not.toHaveProperty('SMTP_URL');
  });

  it('hands the database and the secret of the API to the API alone', () => {
    const { media } = environmentOf(stack);
    expect(Object.keys(media)).not.toEqual(expect.arrayContaining(['DATABASE_URL']));
    expect(Object.keys(media)).not.toEqual(expect.arrayContaining(['SECRET']));
  });
});
