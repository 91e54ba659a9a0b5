import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readApiConfig } from '../apps/api/src/config';
import { readMediaConfig } from '../apps/media/src/config';

interface Compose {
  readonly services: Record<string, { readonly environment?: Record<string, string> }>;
}

const docker = join(__dirname, '..', 'docker');
const compose = parse(readFileSync(join(docker, 'compose.yaml'), 'utf8'), { merge: true }) as Compose;

/** What an operator fills in. */
const filledIn: Record<string, string> = {
  DOMAIN: 'exam.example.kz',
  SECRET: 'a0b1c2d3e4f5g6h7i8j9k0l1m2n3o4p5q6r7',
  NODE_SECRET: 'z0y1x2w3v4u5t6s7r8q9p0o1n2m3l4k5j6i7',
  POSTGRES_PASSWORD: 'letters',
  S3_ACCESS_KEY: 'aigaq',
  S3_SECRET_KEY: 'letters-and-digits',
};

/** The environment of a service as compose would hand it over. */
function environmentOf(service: string): Record<string, string> {
  const entries = Object.entries(compose.services[service]?.environment ?? {});
  return Object.fromEntries(
    entries.map(([name, value]) => [
      name,
      value.replace(/\$\{(\w+)(?::-([^}]*)|:\?[^}]*)?\}/g, (_all, key: string, otherwise?: string) => {
        return filledIn[key] ?? otherwise ?? '';
      }),
    ]),
  );
}

describe('the compose file', () => {
  it('tells the API what it needs and nothing that it does not know', () => {
    const image = { PORT: '3000', HOST: '0.0.0.0', DATA_DIR: '/data', WEB_DIR: '/app/dist/web' };
    const config = readApiConfig({ ...image, ...environmentOf('api') });
    expect(config).toMatchObject({ STORE: 's3', PUBLIC_URL: 'https://exam.example.kz', TRUST_PROXY_HOPS: 1 });
  });

  it('tells the media node what it needs and nothing that it does not know', () => {
    const image = { PORT: '3001', HOST: '0.0.0.0', DATA_DIR: '/data', RTC_PORT: '40000', RTC_LISTEN_IP: '0.0.0.0' };
    const config = readMediaConfig({ ...image, ...environmentOf('media') });
    expect(config).toMatchObject({ STORE: 's3', MEDIA_URL: 'https://exam.example.kz:8443', WORKERS: 1 });
  });

  it('asks for every setting that its example names', () => {
    const example = readFileSync(join(docker, '.env.example'), 'utf8');
    const text = readFileSync(join(docker, 'compose.yaml'), 'utf8');
    const named = [...example.matchAll(/^([A-Z0-9_]+)=/gm)].map(([, name]) => name ?? '');
    const asked = [...text.matchAll(/\$\{([A-Z0-9_]+)/g)].map(([, name]) => name ?? '');
    expect(named.sort()).toEqual([...new Set(asked)].sort());
  });
});
