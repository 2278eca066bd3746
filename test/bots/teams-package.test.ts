import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { teamsPackage } from '../../deploy/teams/build.ts';
import { manifestFaults, teamsManifest } from '../../deploy/teams/manifest.ts';
import { teamsAppSettings } from '../../deploy/teams/settings.ts';

const env = {
  BOT_ID: '77777777-aaaa-4bbb-8ccc-888888888888',
  DEVELOPER_NAME: 'Sample Service Desk',
  WEBSITE_URL: 'https://help.example/rdp',
  PRIVACY_URL: 'https://help.example/privacy',
  TERMS_URL: 'https://help.example/terms',
};
type Changeable = Record<string, unknown>;

describe('the Teams app package', () => {
  it('has a manifest that Microsoft\'s schema accepts, and both icons', async () => {
    const files = unzipSync(await teamsPackage(env, '1.2.3'));
    expect(Object.keys(files).sort()).toEqual(['color.png', 'manifest.json', 'outline.png']);
    const manifest = JSON.parse(new TextDecoder().decode(files['manifest.json'])) as Changeable;
    expect(manifest).toMatchObject({ version: '1.2.3', id: env.BOT_ID, bots: [{ botId: env.BOT_ID }] });
    expect(sizeOf(files['color.png'])).toEqual([192, 192]);
    expect(sizeOf(files['outline.png'])).toEqual([32, 32]);
  });

  it('is the same file every time', async () => {
    expect(Buffer.from(await teamsPackage(env, '1.2.3')).equals(Buffer.from(await teamsPackage(env, '1.2.3')))).toBe(true);
  });

  const faults: [string, (manifest: Changeable) => void][] = [
    ['a bot id that is none', (m) => ((m['bots'] as Changeable[])[0] = { botId: 'bot', scopes: ['personal'] })],
    ['a scope that does not exist', (m) => ((m['bots'] as Changeable[])[0] = { botId: env.BOT_ID, scopes: ['everywhere'] })],
    ['a name that is too long', (m) => (m['name'] = { short: 'x'.repeat(31), full: 'x' })],
    ['a page that is no address', (m) => (m['developer'] = { ...(m['developer'] as Changeable), websiteUrl: 'help.example' })],
    ['no icons', (m) => delete m['icons']],
    ['an unknown field', (m) => (m['colour'] = 'red')],
    ['a colour that is none', (m) => (m['accentColor'] = 'red')],
  ];
  it.each(faults)('is found faulty with %s', async (_, plant) => {
    const manifest = teamsManifest(teamsAppSettings(env), '1.0.0') as Changeable;
    expect(await manifestFaults(manifest)).toEqual([]);
    plant(manifest);
    expect((await manifestFaults(manifest)).length).toBeGreaterThan(0);
  });

  it('has names the store allows', () => {
    const { name, description } = teamsManifest(teamsAppSettings(env), '1.0.0') as { name: { short: string; full: string }; description: { short: string; full: string } };
    for (const each of [name.short, name.full]) expect(each).not.toMatch(/microsoft|teams|remote desktop|windows|help|beta|bot\b|app\b/i);
    expect(name.full.startsWith(name.short)).toBe(true);
    expect(description.short.length).toBeLessThanOrEqual(80);
    expect(description.full.length).toBeLessThanOrEqual(4_000);
    expect(description.full).not.toContain(description.short);
  });

  it('names the service\'s own pages where no others are given', () => {
    const given = { BOT_ID: env.BOT_ID, DEVELOPER_NAME: 'x', PUBLIC_URL: 'https://rdp.example/desk/' };
    expect(teamsAppSettings(given)).toMatchObject({ websiteUrl: 'https://rdp.example/desk/', privacyUrl: 'https://rdp.example/desk/privacy', termsUrl: 'https://rdp.example/desk/terms' });
    expect(teamsAppSettings({ ...given, TERMS_URL: 'https://other.example/terms' }).termsUrl).toBe('https://other.example/terms');
    expect(() => teamsAppSettings({ ...given, PUBLIC_URL: 'http://rdp.example' })).toThrow(/PUBLIC_URL: .*https/);
  });

  it('says all that is missing or wrong at once', () => {
    expect(() => teamsAppSettings({ BOT_ID: 'x', WEBSITE_URL: 'http://help.example' })).toThrow(
      /BOT_ID: .*GUID[^]*DEVELOPER_NAME: .*not set[^]*WEBSITE_URL: .*https[^]*PRIVACY_URL: .*not set[^]*TERMS_URL: .*not set/,
    );
  });
});

/** Width and height as a PNG's header says. */
function sizeOf(png: Uint8Array | undefined): number[] {
  const bytes = Buffer.from(png ?? []);
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}
