import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../../service/config.ts';

const APP_ID = '11111111-2222-3333-4444-555555555555';

function faults(environment: Record<string, string>): string {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return '';
}

describe('readConfig', () => {
  it('runs on this machine alone when nothing is set', () => {
    expect(readConfig({})).toEqual({ port: 3978, host: '127.0.0.1', dataDir: 'data', logLevel: 'info' });
  });

  it('takes an empty variable for one that is not set', () => {
    expect(readConfig({ PORT: '', BOT_ID: '', DATA_DIR: '' })).toEqual(readConfig({}));
  });

  it('names every fault at once', () => {
    const message = faults({ PORT: 'abc', LOG_LEVEL: 'loud', HELPDESK_PASSWORD: 'short' });
    for (const name of ['PORT', 'LOG_LEVEL', 'HELPDESK_PASSWORD']) expect(message).toContain(name);
    expect(message).toContain('3 faults');
  });

  it('wants both halves of the credentials', () => {
    expect(faults({ BOT_ID: APP_ID })).toContain('BOT_PASSWORD is missing');
    expect(faults({ BOT_PASSWORD: 'x' })).toContain('BOT_ID is missing');
  });

  it('wants a tenant for a single-tenant bot', () => {
    expect(faults({ BOT_ID: APP_ID, BOT_PASSWORD: 'x', BOT_TYPE: 'SingleTenant' })).toContain('BOT_TENANT_ID');
  });
});
