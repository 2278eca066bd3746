import { z } from 'zod';

/** A time in ISO 8601; the present where it is left out. */
export const instant = z
  .string()
  .refine((text) => /^\d{4}-\d\d-\d\d/.test(text) && !Number.isNaN(Date.parse(text)), 'This is no time in ISO 8601.')
  .optional()
  .transform((text) => (text === undefined ? new Date() : new Date(text)));
