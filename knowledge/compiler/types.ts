/** The vocabulary of the knowledge graph. Data only; everything here is immutable once compiled. */

/** Where a thing is done or goes wrong. */
export type Side = 'client' | 'server' | 'network';

/** Who may do it. `user` is the person at the client without administrator rights. */
export const ROLES = ['user', 'client-admin', 'server-admin', 'network-admin', 'domain-admin', 'cloud-admin'] as const;
export type Role = (typeof ROLES)[number];

/** Whose computers they are: a company's, somebody's own, a developer's containers and labs, a pool in the cloud. */
export const POPULATIONS = ['managed', 'private', 'developer', 'cloud'] as const;
export type Population = (typeof POPULATIONS)[number];

/** How well a fact is founded. `judgement` marks numbers of ours (priors, minutes). */
export const CONFIDENCES = ['official', 'case', 'inferred', 'general', 'second-hand', 'judgement'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** The number spaces that Remote Desktop prints codes from; the same number means other things in each. */
export const SPACES = [
  'mstsc-disconnect',
  'mstsc-extended',
  'errinfo',
  'errconnect',
  'gateway',
  'windows-app',
  'azure-virtual-desktop',
  'hresult',
  'tls-alert',
  'event',
  'fatal',
  'logon',
] as const;
export type Space = (typeof SPACES)[number];

export interface Source {
  readonly id: string;
  readonly title: string;
  readonly url?: string;
  /** A person's report, the vendor's page, our own inference ... */
  readonly confidence: Confidence;
}

/** A published code. `code` is lower-case hexadecimal without leading zeros (`0x904`), or an id where it is no number (event `1058`). */
export interface CodeEntry {
  readonly space: Space;
  readonly code: string;
  /** The log or component that prints it, where the number alone does not say (events). */
  readonly origin?: string;
  readonly symbol?: string;
  /** For the person: what happened, in plain words. */
  readonly meaning: string;
  /** For the administrator: one sentence. */
  readonly detail: string;
  readonly sources: readonly Source[];
  readonly confidence: Confidence;
  /** The problem whose troubleshooting it opens. */
  readonly problem: string;
  /** It says only that or by whom the connection was ended, and an extended code beside it chooses the problem. */
  readonly extendedSaysMore?: true;
}

export interface Cause {
  readonly id: string;
  readonly side: Side;
  readonly title: string;
  readonly meaning: string;
  readonly detail: string;
  readonly sources: readonly Source[];
  readonly confidence: Confidence;
}

/** What a step takes away from whoever carries it out, for a while or for good. */
export const INTERRUPTIONS = ['remote-desktop', 'network', 'account', 'restart'] as const;
export type Interruption = (typeof INTERRUPTIONS)[number];

/**
 * What is known of the machines that a step or a look is for: facet -> kinds it fits (`target` -> `windows`). A facet that is not
 * named fits every kind.
 */
export type Needs = Readonly<Record<string, readonly string[]>>;

export interface Command {
  readonly shell: 'powershell' | 'cmd' | 'bash';
  /** May span lines. */
  readonly text: string;
  readonly where: Side;
  readonly admin: boolean;
  /** What its shell needs where it runs. */
  readonly needs: Needs;
}

export interface Step {
  readonly text: string;
  readonly command?: Command;
}

export interface Fix {
  readonly id: string;
  readonly title: string;
  readonly side: Side;
  readonly role: Role;
  readonly risk: { readonly level: 'none' | 'low' | 'medium' | 'high'; readonly text: string };
  /** Minutes of the person's time to carry it out. */
  readonly minutes: number;
  /** Minutes to see whether it helped. */
  readonly retestMinutes: number;
  /** Expected minutes lost to its risk: P(damage) times minutes of damage. */
  readonly riskMinutes: number;
  /** Minutes to take it back; paid only when it did not help. */
  readonly undoMinutes: number;
  /** P(the session connects | cause, carried out); a cause that is absent gets the leak. */
  readonly solves: ReadonlyMap<string, number>;
  readonly steps: readonly Step[];
  readonly needs: Needs;
  /** What its steps interrupt; where that is any, the person may be locked out. */
  readonly interrupts: readonly Interruption[];
  readonly check: string;
  readonly undo: string;
  /** What the administrator is asked for when the person cannot do it. */
  readonly handover: string;
  readonly sources: readonly Source[];
  readonly confidence: Confidence;
  /** Fixes of one family tend to fail together. */
  readonly family?: string;
  /** A way in that is opened once (the server's console). */
  readonly context?: string;
  /** Fixes and questions that this one makes pointless. */
  readonly retires: readonly string[];
  /** It weakens security and serves as a test only: its undo is offered before anything else goes on. */
  readonly testOnly: boolean;
}

/** One outcome of a question. Its id is the id of the finding, unique in the graph (`port-open`). */
export interface Answer {
  readonly id: string;
  /** What stands on the button. */
  readonly label: string;
  /** Completes "because ...": `the port answers`. */
  readonly statement: string;
  /** Observations of the readers that mean this answer. */
  readonly reads: readonly ReadRule[];
}

/** Matches an observation when the reader is equal and every field matches. */
export interface ReadRule {
  readonly reader: string;
  /** Field -> required value; a list means any of them. `{ min, max }` bounds a number; with `orUnknown` an absent one fits. */
  readonly where: Readonly<Record<string, FieldTest>>;
  /** What it matches hints at the answer and proves nothing: the finding counts as told. */
  readonly told?: true;
}
export type FieldTest = string | number | boolean | readonly (string | number)[] | NumberBounds;
export interface NumberBounds {
  readonly min?: number;
  readonly max?: number;
  readonly orUnknown?: boolean;
}

export interface Question {
  readonly id: string;
  /** `told`: the person says so. `measured`: it was pasted from a tool. */
  readonly kind: 'told' | 'measured';
  readonly prompt: string;
  readonly minutes: number;
  readonly answers: readonly Answer[];
  /** Ids of the answers that a bare "yes" and a bare "no" give. Without one, the word alone does not answer the question. */
  readonly polarity?: { readonly yes?: string | undefined; readonly no?: string | undefined };
  /** Cause -> probability of each answer, in the order of `answers`, summing to 1. */
  readonly likelihood: ReadonlyMap<string, readonly number[]>;
  /** Causes whose row follows from the populations; the other rows are the author's. */
  readonly derived?: ReadonlySet<string>;
  /** For causes that are not listed. */
  readonly otherwise: readonly number[];
  /** P(the reported answer is not the true one). */
  readonly wrong: number;
  /** P("I don't know"), independent of the cause. */
  readonly dontKnow: number;
  /** Whose word is needed to answer it. */
  readonly role: Role;
  /** Questions about the same fact, not to be counted twice. */
  readonly excludes: readonly string[];
  /** About the machines and the way between them: people tell it before anything is asked, whatever the problem. */
  readonly setting: boolean;
  readonly context?: string;
  /** What to run and paste; several questions may share one diagnostic. */
  readonly diagnostic?: string;
  readonly sources: readonly Source[];
}

/** A read-only command whose pasted output answers one question or several. */
export interface Diagnostic {
  readonly id: string;
  readonly title: string;
  readonly command: Command;
  readonly minutes: number;
  readonly role: Role;
  readonly needs: Needs;
  /** Questions that its output answers. */
  readonly answers: readonly string[];
  readonly sources: readonly Source[];
}

/** What is troubleshot as one: an error pair or a symptom, with its causes and their priors. */
export interface Problem {
  readonly id: string;
  /** One of the eighteen symptom labels. */
  readonly symptom: string;
  readonly title: string;
  /** One sentence on what it means, and what it does not. */
  readonly meaning: string;
  /** Cause -> prior, summing to 1, `unknown` among them. */
  readonly priors: ReadonlyMap<string, number>;
  /** Minutes that reaching a person costs: waiting and their time. */
  readonly escalationMinutes: number;
  readonly sources: readonly Source[];
  readonly confidence: Confidence;
}

export interface Term {
  readonly id: string;
  /** Names under which it is asked for, lower case. */
  readonly names: readonly string[];
  readonly explanation: string;
  readonly sources: readonly Source[];
}

export interface Capability {
  readonly role: Role;
  /** P(this person can do what the role may). */
  readonly prior: number;
}

/** Something opened once whose cost later steps share. */
export interface Context {
  readonly id: string;
  readonly title: string;
  readonly openMinutes: number;
}

export interface Family {
  readonly id: string;
  /** 0: independent; 1: if the best one fails none helps. */
  readonly correlation: number;
}

/** How populations bear on causes. Every row of numbers has the order of `POPULATIONS`. */
export interface PopulationTable {
  /** P(population) of all who ask. */
  readonly shares: readonly number[];
  /** Cause -> P(population | cause); a cause that is not listed has the shares. */
  readonly causes: ReadonlyMap<string, readonly number[]>;
  /** Question -> P(answer | population), a row for each population. */
  readonly tells: ReadonlyMap<string, readonly (readonly number[])[]>;
}

/** Indexed and immutable. Look-ups of ids that the graph itself names never fail; others answer undefined. */
export interface KnowledgeGraph {
  /** Hash of the content; changes when a fact changes. The same in every locale. */
  readonly version: string;
  /** ISO 639-1 code of the language that its texts are in; a text that is not translated is in the base locale's. */
  readonly locale: string;
  /** Languages that it has texts in, the base locale first. */
  readonly locales: readonly string[];
  /** The same graph with the texts of another locale; itself where there is no such locale. */
  inLocale(locale: string): KnowledgeGraph;
  readonly codes: readonly CodeEntry[];
  readonly problems: ReadonlyMap<string, Problem>;
  readonly causes: ReadonlyMap<string, Cause>;
  readonly fixes: ReadonlyMap<string, Fix>;
  readonly questions: ReadonlyMap<string, Question>;
  readonly diagnostics: ReadonlyMap<string, Diagnostic>;
  readonly terms: ReadonlyMap<string, Term>;
  readonly capabilities: ReadonlyMap<Role, Capability>;
  readonly contexts: ReadonlyMap<string, Context>;
  readonly families: ReadonlyMap<string, Family>;
  readonly populations?: PopulationTable;
  /** Facet -> finding -> kind: which answer tells what kind of machine it is. */
  readonly machines: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** P(a fix helps by chance). */
  readonly leak: number;
  /** Minutes that one exchange of messages costs. */
  readonly turnMinutes: number;
  /** Every entry that bears this number, in every space. */
  code(code: string): readonly CodeEntry[];
  /** The problem for a code with its extended code, else for the code alone. */
  problemFor(code: string, extended?: string): Problem | undefined;
  /** The problem that stands for a symptom when no code is known. */
  problemOf(symptom: string): Problem | undefined;
  /** Fixes that can solve a cause of the problem. */
  fixesFor(problem: string): readonly Fix[];
  /** Questions that are asked about the problem: their answers separate causes of it. */
  questionsFor(problem: string): readonly Question[];
  /** Questions that are not asked about the problem, but bear on a cause of it or tell the population: what is said of them counts. */
  heardFor(problem: string): readonly Question[];
  /** The answer with this finding id, and its question. */
  finding(id: string): { readonly question: Question; readonly answer: Answer } | undefined;
  /** A term by one of its names. */
  term(name: string): Term | undefined;
}
