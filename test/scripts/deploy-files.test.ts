import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

const root = join(import.meta.dirname, '..', '..');
const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');
const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0;
if (!hasSystemd) process.stderr.write('The systemd unit is not verified: there is no systemd-analyze.\n');

const service = z.looseObject({ image: z.string().optional(), ports: z.array(z.string()).optional(), volumes: z.array(z.string()) });
const compose = z.object({
  services: z.object({
    caddy: service,
    reconnect: service.extend({
      build: z.object({ context: z.string(), dockerfile: z.string() }),
      network_mode: z.literal('service:caddy'),
      read_only: z.literal(true),
      cap_drop: z.tuple([z.literal('ALL')]),
      environment: z.object({ PUBLIC_URL: z.string(), TRUST_PROXY: z.literal('127.0.0.1') }),
    }),
  }),
  volumes: z.record(z.string(), z.null()),
});

describe('the files to run it with', () => {
  it('copy what there is into an image, leave out what is large or secret, and run as nobody', () => {
    const lines = textOf('deploy/container/Containerfile').split('\n');
    const copied = lines.filter((line) => line.startsWith('COPY') && !line.includes('--from')).flatMap((line) => line.split(/\s+/).slice(1, -1));
    expect(copied.filter((path) => !existsSync(join(root, path)))).toEqual([]);
    expect(lines.filter((line) => /^(?:USER|FROM)/.test(line)).at(-1)).toBe('USER node');
    expect(lines.some((line) => line.includes('scripts/train.ts')) && existsSync(join(root, 'scripts', 'train.ts'))).toBe(true);
    expect(textOf('.containerignore').split('\n')).toEqual(expect.arrayContaining(['.git', 'data', 'node_modules']));
  });

  it('let nobody but the proxy reach it', () => {
    const { services, volumes } = compose.parse(parse(textOf('deploy/container/compose.yaml')));
    expect(services.reconnect.ports).toBeUndefined();
    expect(existsSync(join(root, 'deploy/container', services.reconnect.build.context, services.reconnect.build.dockerfile))).toBe(true);
    const named = [...services.caddy.volumes, ...services.reconnect.volumes].map((volume) => volume.split(':')[0]);
    expect(named.sort()).toEqual(Object.keys(volumes).sort());
  });

  it.skipIf(!hasSystemd)('are a unit that systemd understands', () => {
    const { stderr } = spawnSync('systemd-analyze', ['verify', join(root, 'deploy/systemd/reconnect.service')], { encoding: 'utf8' });
    // The machine's other units are not ours, and it may have no /usr/bin/node.
    const ours = stderr.split('\n').filter((line) => line.includes('reconnect.service') && !line.includes('is not executable'));
    expect(ours).toEqual([]);
  });
});
