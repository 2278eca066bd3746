import type { z } from 'zod';
import type { Delivery, TicketBoard } from './board.ts';
import type { Helpdesk } from './port.ts';
import type { TicketStore } from './ticket.ts';

/** What an adapter may use of the service around it. */
export interface AdapterWorld {
  readonly now: () => Date;
  /** To be called when something happened at the helpdesk, so that it need not wait for the next look. */
  readonly poke: () => void;
  /** Where the world sees the service, without a slash at the end; empty when that is not known. */
  readonly publicUrl: string;
  /** Where a helpdesk without a system of its own keeps its tickets. */
  readonly tickets: () => TicketStore;
  /** How it stands with an event of the helpdesk's people. */
  readonly deliveryOf: (eventId: string, sequence: number) => Promise<Delivery>;
  /** For whoever runs the service; without names and texts of people. */
  readonly log: (level: 'info' | 'warn' | 'error', message: string, facts: Readonly<Record<string, unknown>>) => void;
}

export interface Connection {
  readonly helpdesk: Helpdesk;
  /** What the page at `/helpdesk` shows; without it the tickets are read in the product itself. */
  readonly board?: TicketBoard;
  /** Erases what is kept here of a ticket of `tickets()`, by its number. Missing where that keeps none. */
  readonly erase?: (number: string) => Promise<void>;
  readonly close?: () => Promise<void>;
}

/** A helpdesk that was chosen and whose settings are right. Nothing is called before `connect`. */
export interface ChosenHelpdesk {
  readonly name: string;
  connect(world: AdapterWorld): Promise<Connection>;
}

export interface HelpdeskAdapter {
  /** The value of HELPDESK. */
  readonly name: string;
  /** Reads its own variables of the environment. Faults are sentences that begin with the variable and say the remedy. */
  choose(environment: Readonly<Record<string, string | undefined>>): ChosenHelpdesk | { readonly faults: readonly string[] };
}

/** An adapter is one of these in a file of its own, and a line in `adapters/index.ts`. `settings` reads the environment's variables. */
export function defineAdapter<Settings>(adapter: {
  readonly name: string;
  readonly settings: z.ZodType<Settings>;
  connect(settings: Settings, world: AdapterWorld): Promise<Connection>;
}): HelpdeskAdapter {
  return {
    name: adapter.name,
    choose(environment) {
      const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
      const settings = adapter.settings.safeParse(given);
      if (!settings.success) return { faults: settings.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`) };
      return { name: adapter.name, connect: (world) => adapter.connect(settings.data, world) };
    },
  };
}
