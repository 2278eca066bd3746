/** Nothing from elsewhere, and no script but ours. */
export const HELPDESK_POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
