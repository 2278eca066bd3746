import type { Observation } from '../evidence.ts';
import { observe, type Reader } from '../reader.ts';

const PROBLEMS = [
  ['key-unreadable', /cannot read private key file|key\.pem.{0,40}permission denied|permission denied.{0,80}key\.pem|failed to (?:load|read) (?:the )?(?:private )?key/],
  ['certificate-unreadable', /cannot read certificate file|cert\.pem.{0,40}permission denied|rdp server certificate is invalid|failed to load certificate/],
  ['credentials-missing', /credentials are not set|couldn't retrieve rdp (?:username|credentials)|rdp credentials (?:are )?not set|no credentials set/],
  ['tls-failed', /ssl_tls_accept: failed|ssl_accept: (?:failed|i\/o error)|xrdp_sec_incoming: .{0,40}(?:tls|ssl)|trans_set_tls_mode.{0,40}fail|libxrdp_force_read: header read error|connection sequence: cr-tpdu.{0,40}failed/],
  ['sesman-unreachable', /error connecting to (?:sesman|user session)|connecting to sesman.{0,60}(?:fail|error)|xrdp_mm_connect_chansrv.{0,40}failed|sesman connect/],
  ['login-failed', /login failed for (?:display|user)|xrdp-sesman.{0,60}(?:authentication failure|access denied)|pam_authenticate failed|username or password error/],
] as const;

export const xrdpReader: Reader = {
  hint: /xrdp|sesman|gnome-remote-desktop|grdctl|cr-tpdu|key\.pem|cert\.pem|rdp server certificate/,
  read(page) {
    const found: Observation[] = [];
    for (const [problem, pattern] of PROBLEMS) {
      const match = pattern.exec(page.lower);
      if (match !== null) found.push(observe('xrdp', { problem }, page, match.index, match.index + match[0].length));
    }
    return found;
  },
};
