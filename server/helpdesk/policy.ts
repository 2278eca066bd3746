/** Nothing from elsewhere and no script. */
export const HELPDESK_POLICY = "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
