import type { Request, Response } from 'restify';

/** For everything that is not a page: it may be fetched, and nothing else. */
const API_POLICY = "default-src 'none'; frame-ancestors 'none'";

/** Headers of every answer; pages bring a policy of their own. */
export function setSecurityHeaders(_request: Request, response: Response, next: () => void): void {
  response.setHeader('Content-Security-Policy', API_POLICY);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'same-origin');
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  response.setHeader('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()');
  response.setHeader('Cache-Control', 'no-store');
  next();
}
