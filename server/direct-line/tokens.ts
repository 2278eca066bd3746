import jwt from 'jsonwebtoken';
import { z } from 'zod';
import { ApiError } from '../api-error.ts';

/**
 * What a token is good for: `access` speaks in one conversation, `stream` opens its socket (it travels in a URL,
 * which is logged on the way, so it lives for a minute), `resume` only buys a fresh access token.
 */
export type TokenUse = 'access' | 'stream' | 'resume';

/** Who holds a token and for which conversation. Web Chat reads `user`. */
export interface TokenClaims {
  readonly user: string;
  readonly conv: string;
}

export interface Tokens {
  issue(use: TokenUse, claims: TokenClaims): string;
  /** Throws an ApiError: 401 for what this server never signed, 403 for what has expired. */
  verify(use: TokenUse, token: string | undefined): TokenClaims;
  /** Seconds. */
  lifetime(use: TokenUse): number;
}

export interface TokenOptions {
  /** At least 32 characters. Kept across restarts, or every open page has to begin anew. */
  readonly secret: string;
  readonly now?: () => Date;
  /** Seconds by use; Direct Line's own access tokens live for half an hour. */
  readonly lifetimes?: Partial<Record<TokenUse, number>>;
}

const LIFETIMES: Readonly<Record<TokenUse, number>> = { access: 30 * 60, stream: 60, resume: 30 * 24 * 60 * 60 };

const payload = z.object({ user: z.string().min(1), conv: z.string().min(1), use: z.enum(['access', 'stream', 'resume']) });

export function createTokens(options: TokenOptions): Tokens {
  if (options.secret.length < 32) throw new Error('The Direct Line secret is too short: give at least 32 random characters.');
  const now = options.now ?? (() => new Date());
  const seconds = (): number => Math.floor(now().getTime() / 1000);
  const lifetimes = { ...LIFETIMES, ...options.lifetimes };

  return {
    lifetime: (use) => lifetimes[use],
    issue(use, { user, conv }) {
      const iat = seconds();
      return jwt.sign({ user, conv, use, iat, exp: iat + lifetimes[use] }, options.secret, { algorithm: 'HS256' });
    },
    verify(use, token) {
      if (!token) throw new ApiError(401, 'MissingToken', 'Send "Authorization: Bearer" with a token of POST tokens/generate.');
      try {
        const claims = payload.parse(jwt.verify(token, options.secret, { algorithms: ['HS256'], clockTimestamp: seconds() }));
        if (claims.use === use) return { user: claims.user, conv: claims.conv };
      } catch (error) {
        if (error instanceof jwt.TokenExpiredError) {
          throw new ApiError(403, 'TokenExpired', 'This token has expired. Refresh it before it does, or get another.');
        }
      }
      throw new ApiError(401, 'InvalidToken', 'This token was not issued here for this use.');
    },
  };
}
