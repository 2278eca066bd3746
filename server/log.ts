/** What the server writes to its log; a pino logger fits. Fields carry ids and numbers, never what somebody wrote. */
export interface ServerLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export const silentLog: ServerLog = { info: () => undefined, warn: () => undefined, error: () => undefined };
