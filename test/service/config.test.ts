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
    expect(readConfig({})).toEqual({ port: 3978, host: '127.0.0.1', dataDir: 'data', logLevel: 'info', retention: { conversations: 90, tickets: 365, outcomes: 180, damaged: 30 }, site: { hasHelpdesk: true, waitMinutes: 480 }, helpdesk: { name: 'embedded', connect: expect.any(Function) } });
  });

  it('takes an empty variable for one that is not set', () => {
    expect(readConfig({ PORT: '', BOT_ID: '', DATA_DIR: '' })).toMatchObject({ port: 3978, dataDir: 'data', helpdesk: { name: 'embedded' } });
    expect(readConfig({ BOT_ID: '' })).not.toHaveProperty('credentials');
  });

  it('takes how long people wait for the helpdesk, in hours, and whether there is one', () => {
    expect(readConfig({ HELPDESK_WAIT_HOURS: '4' }).site).toEqual({ hasHelpdesk: true, waitMinutes: 240 });
    expect(readConfig({ HELPDESK: 'none' }).site).toEqual({ hasHelpdesk: false, waitMinutes: 2400 });
    expect(faults({ HELPDESK: 'maybe' })).toContain('HELPDESK must be one of');
    for (const hours of ['0', '-4', 'a day', '1000']) expect(faults({ HELPDESK_WAIT_HOURS: hours })).toContain('HELPDESK_WAIT_HOURS must be a number of hours');
    expect(faults({ HELPDESK: 'none', HELPDESK_WAIT_HOURS: '4' })).toContain('nobody is waited for');
  });

  it('takes when support is open, by whose clock, and on which days it is not', () => {
    const days = { HELPDESK_HOURS: 'Mon-Fri 9:00-16:00, Sat 10-12', HELPDESK_TIME_ZONE: 'Europe/Berlin' };
    const office = [[540, 960]];
    expect(readConfig({ ...days, HELPDESK_HOLIDAYS: '2026-12-24, 12-25', HELPDESK_CLOSED_NOTE: 'Call 555.' }).site.hours)
      .toEqual({ timeZone: 'Europe/Berlin', week: [[], office, office, office, office, office, [[600, 720]]], holidays: ['2026-12-24', '12-25'], note: 'Call 555.' });
    expect(readConfig({ ...days, HELPDESK_HOURS: 'Fri-Mon 8:00-12:00 13:00-24:00' }).site.hours?.week.map((spans) => spans.length)).toEqual([2, 2, 0, 0, 0, 2, 2]);
    for (const [wrong, why] of [['9-16', 'must be days and times'], ['Mon 16:00-9:00', 'cannot be read'], ['Mon 9:00-25:00', 'cannot be read'], ['Mon 9:75-10:00', 'cannot be read'], ['Mon-Fri 9-12, Wed 11-14', 'overlaps with what stands there for Wed'], ['Mon', 'must be days'], ['M-F 9-12', 'must be days']]) {
      expect(faults({ ...days, HELPDESK_HOURS: wrong ?? '' })).toMatch(new RegExp(`HELPDESK_HOURS has .*${why}`));
    }
    for (const wrong of ['2026-13-01', '2026-02-30', 'Christmas', '2026-12-24; 12-25']) expect(faults({ ...days, HELPDESK_HOLIDAYS: wrong })).toContain('HELPDESK_HOLIDAYS has');
    expect(faults({ ...days, HELPDESK_TIME_ZONE: 'Berlin' })).toContain('HELPDESK_TIME_ZONE is "Berlin", which is no time zone');
    expect(faults({ HELPDESK_HOURS: 'Mon 9-12' })).toContain('HELPDESK_TIME_ZONE is missing');
    expect(faults({ HELPDESK_HOLIDAYS: '12-25' })).toContain('HELPDESK_HOLIDAYS is set, and HELPDESK_HOURS is not');
  });

  it('takes who asks, as one name or in shares', () => {
    expect(readConfig({ POPULATION: 'managed' }).site.populations).toEqual({ managed: 1 });
    expect(readConfig({ POPULATION: 'managed 80, Private 20' }).site.populations).toEqual({ managed: 80, private: 20 });
    for (const wrong of ['office', 'managed 0', 'managed, managed', 'managed;private', '80']) expect(faults({ POPULATION: wrong })).toContain('POPULATION has');
  });

  it('names every fault at once', () => {
    const message = faults({ PORT: 'abc', LOG_LEVEL: 'loud', HELPDESK_PASSWORD: 'short' });
    for (const name of ['PORT', 'LOG_LEVEL', 'HELPDESK_PASSWORD']) expect(message).toContain(name);
    expect(message).toContain('3 faults');
  });

  it('names the helpdesks that there are', () => {
    expect(faults({ HELPDESK: 'glpi', PORT: 'abc' })).toMatch(/PORT must be a number.*\n.*HELPDESK must be one of embedded.*"glpi"/);
  });

  it('wants both halves of the credentials', () => {
    expect(faults({ BOT_ID: APP_ID })).toContain('BOT_PASSWORD is missing');
    expect(faults({ BOT_PASSWORD: 'x' })).toContain('BOT_ID is missing');
  });

  it('takes a bot for one of a single tenant, as all are that are registered now', () => {
    expect(faults({ BOT_ID: APP_ID, BOT_PASSWORD: 'x' })).toContain('BOT_TENANT_ID');
    expect(readConfig({ BOT_ID: APP_ID, BOT_PASSWORD: 'x', BOT_TENANT_ID: APP_ID }).credentials).toMatchObject({ appType: 'SingleTenant', tenantId: APP_ID });
    expect(readConfig({ BOT_ID: APP_ID, BOT_PASSWORD: 'x', BOT_TYPE: 'MultiTenant' }).credentials).toMatchObject({ appType: 'MultiTenant' });
  });

  it('takes each way in which a bot signs in, and one only', () => {
    const all = { BOT_ID: APP_ID, BOT_TENANT_ID: APP_ID };
    expect(readConfig({ ...all, BOT_TYPE: 'UserAssignedMSI' }).credentials).toEqual({ appId: APP_ID, tenantId: APP_ID, appType: 'UserAssignedMSI' });
    expect(readConfig({ ...all, BOT_FEDERATED_CLIENT_ID: APP_ID }).credentials).toMatchObject({ federatedClientId: APP_ID, appType: 'SingleTenant' });
    expect(faults({ ...all, BOT_PASSWORD: 'x', BOT_FEDERATED_CLIENT_ID: APP_ID })).toContain('BOT_PASSWORD and BOT_FEDERATED_CLIENT_ID are set: a bot signs in in one way');
    expect(faults({ ...all, BOT_TYPE: 'UserAssignedMSI', BOT_PASSWORD: 'x' })).toContain('a managed identity has no secret of its own');
    expect(faults({ BOT_ID: APP_ID, BOT_TYPE: 'UserAssignedMSI' })).toContain('BOT_TENANT_ID is missing');
    expect(faults({ ...all, BOT_FEDERATED_CLIENT_ID: 'mine' })).toContain('BOT_FEDERATED_CLIENT_ID must be the client ID');
    expect(faults({ BOT_CERTIFICATE: '/nowhere/bot.pem' })).toContain('BOT_CERTIFICATE names /nowhere/bot.pem, which cannot be read (ENOENT)');
  });

  it('knows where the world sees the service', () => {
    const config = readConfig({ PUBLIC_URL: 'https://Help.Example.com/rdp/', TRUST_PROXY: '127.0.0.1, 10.0.0.0/8', ALLOWED_ORIGINS: 'https://a.example, http://b.example:8080' });
    expect(config).toMatchObject({ publicUrl: 'https://help.example.com/rdp', allowedOrigins: ['https://a.example', 'http://b.example:8080'] });
    expect([config.trustedHops?.('10.2.3.4', 5), config.trustedHops?.('203.0.113.7', 0)]).toEqual([true, false]);
    expect(readConfig({ PUBLIC_URL: 'https://a.example', TRUST_PROXY: '0' }).trustedHops).toBeUndefined();
  });

  it.each([
    [{ PUBLIC_URL: 'help.example.com' }, 'PUBLIC_URL must be an address'],
    [{ PUBLIC_URL: 'ftp://help.example.com' }, 'PUBLIC_URL must be an address'],
    [{ PUBLIC_URL: 'https://help.example.com/?x=1' }, 'without a query'],
    [{ PUBLIC_URL: 'https://help.example.com/knowledge/rdp' }, 'another path than /knowledge'],
    [{ PUBLIC_URL: 'https://a.example', TRUST_PROXY: 'true' }, 'TRUST_PROXY must be a number of proxies'],
    [{ PUBLIC_URL: 'https://a.example', TRUST_PROXY: '99' }, 'TRUST_PROXY counts 99'],
    [{ TRUST_PROXY: '1' }, 'PUBLIC_URL is missing'],
    [{ ALLOWED_ORIGINS: 'https://a.example/path' }, 'ALLOWED_ORIGINS has "https://a.example/path"'],
    [{ ALLOWED_TENANTS: 'contoso.com' }, 'ALLOWED_TENANTS has "contoso.com"'],
    [{ ALLOWED_ORIGINS: '*' }, 'ALLOWED_ORIGINS has "*"'],
    [{ PUBLIC_URL: 'https://a.example', TRUST_PROXY: '1', HELPDESK_SIGN_IN_HEADER: 'X-User' }, 'HELPDESK_SIGN_IN_HEADER needs TRUST_PROXY with the addresses'],
    [{ HELPDESK_SIGN_IN_HEADER: 'X-User' }, 'HELPDESK_SIGN_IN_HEADER needs TRUST_PROXY'],
  ])('refuses %j', (environment, why) => {
    expect(faults(environment as Record<string, string>)).toContain(why);
  });

  it('keeps what people wrote for as long as it is told', () => {
    expect(readConfig({ RETENTION_DAYS: '14' }).retention).toEqual({ conversations: 14, tickets: 14, outcomes: 14, damaged: 14 });
    expect(readConfig({ RETENTION_DAYS: 'conversations=30, tickets=forever' }).retention).toEqual({ conversations: 30, tickets: Infinity, outcomes: 180, damaged: 30 });
    for (const wrong of ['0', '-1', 'soon', 'logs=3', 'tickets=', '99999']) expect(faults({ RETENTION_DAYS: wrong }), wrong).toContain('RETENTION_DAYS has');
  });
});
