import type { SecretPattern } from './secret-pattern.ts';

/**
 * Tokens that services give a form of their own, so that they can be found. The forms are facts that the services and the
 * rule sets of gitleaks and secretlint publish (both MIT); they are told apart by their beginning alone.
 */
const FORMS: readonly string[] = [
  'A(?:KIA|SIA|BIA|CCA)[A-Z0-9]{16}', // AWS
  'AIza[A-Za-z0-9_-]{35}', 'GOCSPX-[A-Za-z0-9_-]{20,40}', 'ya29\\.[A-Za-z0-9_-]{20,400}', // Google
  '[A-Za-z0-9_~.]{3}\\dQ~[A-Za-z0-9_~.-]{29,36}', // Microsoft Entra client secret
  'gh[pousr]_[A-Za-z0-9]{20,255}', 'github_pat_[A-Za-z0-9_]{20,255}', // GitHub
  'gl(?:pat|ptt|dt|rt|cbt|soat|oas)-[A-Za-z0-9_-]{20,255}', // GitLab
  'xox[abeoprs]-[A-Za-z0-9-]{10,255}', 'xapp-\\d-[A-Z0-9]{8,20}-\\d{8,20}-[a-z0-9]{20,100}', // Slack
  'sk-[A-Za-z0-9_-]{20,255}', // OpenAI, Anthropic
  '(?:sk|rk)_(?:live|test|prod)_[A-Za-z0-9]{10,255}', 'whsec_[A-Za-z0-9+/=]{20,100}', // Stripe
  'npm_[A-Za-z0-9]{30,60}', 'pypi-AgEI[A-Za-z0-9_-]{20,400}', 'rubygems_[0-9a-f]{40,60}', // registries
  'dckr_pat_[A-Za-z0-9_-]{20,60}', 'hf_[A-Za-z0-9]{30,60}', 'AGE-SECRET-KEY-1[A-Z0-9]{50,60}',
  'SG\\.[A-Za-z0-9_-]{16,32}\\.[A-Za-z0-9_-]{30,60}', 'xkeysib-[0-9a-f]{60,70}-[A-Za-z0-9]{10,20}', 'key-[0-9a-f]{32}', '[0-9a-f]{32}-us\\d{1,2}', // mail
  'hv[sbr]\\.[A-Za-z0-9_-]{20,300}', 'do[opr]_v1_[0-9a-f]{60,70}', 'tskey-[a-z]{2,12}-[A-Za-z0-9]{6,40}-[A-Za-z0-9]{10,60}', 'dp\\.(?:pt|st|ct|sa)\\.[A-Za-z0-9.]{20,80}', // infrastructure
  'ATATT3[A-Za-z0-9_=-]{50,300}', 'lin_api_[A-Za-z0-9]{30,60}', 'glsa_[A-Za-z0-9]{20,60}_[0-9a-f]{8}', 'dapi[0-9a-f]{32}', 'sntrys_[A-Za-z0-9+/=_-]{40,300}', 'PMAK-[0-9a-f]{20,30}-[0-9a-f]{30,40}', 'NRAK-[A-Z0-9]{20,40}', // tools
  'shp(?:at|ca|pa|ss)_[0-9a-fA-F]{30,40}', 'sq0(?:atp|csp)-[A-Za-z0-9_-]{20,60}', 'SK[0-9a-f]{32}', // shops, telephony
];

export const SERVICE_TOKENS: readonly SecretPattern[] = [
  {
    kind: 'token',
    hint: /A(?:KIA|SIA|BIA|CCA)|AIza|GOCSPX|ya29|Q~|gh[pousr]_|github_pat|gl[a-z]{2,4}-|xox|xapp|sk-|[sr]k_|whsec|npm_|pypi-|rubygems|dckr|hf_|AGE-|SG\.|xkeysib|key-|-us\d|hv[sbr]\.|do[opr]_v1|tskey|dp\.|ATATT3|lin_api|glsa|dapi|sntrys|PMAK|NRAK|shp|sq0|SK[0-9a-f]/,
    pattern: new RegExp(`(?<![A-Za-z0-9_])(?:${FORMS.join('|')})`, 'g'),
  },
  // Addresses that let whoever has them write there.
  {
    kind: 'token',
    hint: /webhook|hooks\./i,
    pattern: /(?:hooks\.slack\.com\/(?:services|workflows)\/|\.webhook\.office\.com\/webhookb2\/|discord(?:app)?\.com\/api\/webhooks\/|logic\.azure\.com\S{0,200}sig=)(?<secret>[^\s"'<>]{20,400})/gi,
  },
];
