/** What the bot writes to its log; a pino logger fits. Fields carry ids and numbers, never what somebody wrote. */
export interface BotLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}
