import { z } from 'zod';
import { chance, confidence, distribution, id, interrupts, minutes, probability, problemId, role, shellCommand, side, sources } from './schema-fields.ts';
import { POPULATIONS, SPACES } from './types.ts';

/** The shape of the YAML that authors write. One zod object per kind of file; the JSON Schemas for editors come from these. */

export const sourceSchema = z.strictObject({
  title: z.string().min(1),
  url: z.url().optional(),
  confidence,
});

const causeSchema = z.strictObject({
  side,
  confidence,
  sources,
  evidence: z
    .record(id, distribution)
    .optional()
    .describe('How this cause answers questions that are written in another file.'),
  solvedBy: z.record(id, chance).optional().describe('Fixes of another file that solve it.'),
});

const commandSchema = z.strictObject({ ...shellCommand, interrupts });
const stepSchema = z.union([commandSchema, z.strictObject({ interrupts })]).describe('{} is a step without a command.');
const undoSchema = z.strictObject({
  was: z.enum(['absent', 'present']).optional().describe('Only where what is set back was not there, or was there, before the first step.'),
  shell: shellCommand.shell,
  interrupts,
  run: shellCommand.run.describe('The command; OLDVALUE stands for what was noted before. It also stands in the text, in backticks.'),
});

const needs = z
  .record(id, z.union([id, z.array(id).min(1)]).transform((kinds) => (typeof kinds === 'string' ? [kinds] : kinds)))
  .optional()
  .describe('Facet -> kinds of machine that it fits, such as `target: windows`. Follows from the shells of its commands; `{}` says that it fits all.');

const fixSchema = z.strictObject({
  side,
  role,
  needs,
  risk: z.enum(['none', 'low', 'medium', 'high']),
  riskMinutes: minutes.optional().describe('Expected minutes lost to the risk; a default follows from `risk` and from what the commands do.'),
  undoMinutes: minutes.default(0).describe('Minutes to take it back.'),
  minutes: minutes.describe("Minutes of the person's time."),
  retest: minutes.optional().describe('Minutes to see whether it helped.'),
  solves: z.record(id, chance).describe('Cause -> P(it helps, when that is the cause).'),
  context: id.optional(),
  family: id.optional(),
  retires: z.array(id).default([]).describe('Fixes and questions that it makes pointless.'),
  testOnly: z.boolean().default(false).describe('Weakens security and serves as a test: the undo comes before anything else.'),
  confidence,
  sources,
  steps: z.array(stepSchema).min(1),
  undo: z.array(undoSchema).default([]).describe('The commands that take it back, as data; a test runs them against a model of Windows.'),
});

const fieldTest = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.array(z.union([z.string(), z.number()])).min(1),
  z.strictObject({ min: z.number().optional(), max: z.number().optional(), orUnknown: z.boolean().optional().describe('Fits also where the text did not give it.') }),
]);
const readRule = z
  .object({
    reader: id.describe('Name of a reader; see docs/authors/readers.md.'),
    told: z.literal(true).optional().describe('A hint, not proof: the answer counts as told although a tool printed it.'),
  })
  .catchall(fieldTest)
  .describe('Matches an observation of this reader whose fields all fit.');

const questionSchema = z.strictObject({
  kind: z.enum(['told', 'measured']).describe('told: the person says so. measured: it is pasted from a tool.'),
  minutes,
  role: role.default('user'),
  answers: z.array(id).min(2).describe('Finding ids, unique in the whole graph.'),
  polarity: z
    .strictObject({ yes: id.optional(), no: id.optional() })
    .optional()
    .describe('The answers that a bare "yes" and a bare "no" give; either may be missing.'),
  reads: z.record(id, z.array(readRule)).default({}),
  likelihood: z.record(id, distribution).default({}).describe('Cause -> probability of each answer.'),
  otherwise: distribution.describe('For every cause that is not listed.'),
  wrong: probability.optional().describe('P(the answer given is not the true one).'),
  dontKnow: probability.optional().describe('P("I do not know").'),
  excludes: z.array(id).default([]).describe('Questions about the same fact.'),
  setting: z.boolean().default(false).describe('About the machines and the way between them: people tell it before anything is asked, whatever the problem.'),
  context: id.optional(),
  diagnostic: id.optional(),
  sources,
});

const diagnosticSchema = z.strictObject({
  role,
  needs,
  minutes,
  ...shellCommand,
  answers: z.array(id).default([]).describe('Questions that its output answers; those that name it are added.'),
  sources,
});

const problemSchema = z.strictObject({
  symptom: id,
  symptomDefault: z.boolean().default(false).describe('Stands for its symptom when no code is known.'),
  codes: z
    .array(z.string().regex(/^[a-z-]+ \S+( \+ \S+)?$/, 'write "space code" or "space code + extended"'))
    .default([])
    .describe('Codes that open it, such as "mstsc-disconnect 0x904 + 0x7".'),
  priors: z.record(id, z.number().positive()).describe('Positive weights, normalised; `unknown` is mandatory.'),
  escalation: minutes.optional().describe('Minutes that reaching a person costs.'),
  confidence,
  sources,
});

const shares = z.array(probability).length(POPULATIONS.length).describe(`One number for each population, in this order, summing to 1: ${POPULATIONS.join(', ')}.`);
const populationsSchema = z.strictObject({
  shares,
  tells: z.record(id, z.record(z.enum(POPULATIONS), distribution)).describe('Question -> population -> P(answer | population).'),
  causes: z.record(id, shares).describe('Cause -> P(population | cause); a cause that is not listed has the shares.'),
});

const table = <T extends z.ZodType>(value: T) => z.record(id, value).default({});

/** knowledge/graph/<family>.yaml */
export const graphFileSchema = z.strictObject({
  sources: table(sourceSchema),
  causes: table(causeSchema),
  contexts: table(z.strictObject({ minutes })),
  families: table(z.strictObject({ correlation: probability })),
  fixes: table(fixSchema),
  questions: table(questionSchema),
  diagnostics: table(diagnosticSchema),
  problems: z.record(problemId, problemSchema).default({}),
  machines: z
    .record(id, z.record(id, z.array(id).min(1)))
    .optional()
    .describe('Facet -> kind -> findings that tell it. Stands in one file.'),
  populations: populationsSchema.optional().describe('Whose computers they are, and what that says of causes. Stands in one file.'),
});

const text = z.string().trim().min(1);

/** knowledge/locales/<locale>/<family>.yaml */
export const textsFileSchema = z.strictObject({
  causes: table(z.strictObject({ title: text, meaning: text, detail: text })),
  contexts: table(z.strictObject({ title: text })),
  fixes: table(
    z.strictObject({
      title: text,
      risk: text.describe('What can go wrong, in a sentence.'),
      steps: z.array(text).min(1),
      check: text.describe('How to see that it worked.'),
      undo: text.describe('How to take it back; commands in backticks.'),
      handover: text.describe('What to ask the administrator for.'),
    }),
  ),
  questions: table(
    z.strictObject({
      prompt: text,
      answers: z.record(id, z.strictObject({ label: text, statement: text.describe('Completes "because ...".') })),
    }),
  ),
  diagnostics: table(z.strictObject({ title: text, reads: text.optional().describe('What it looks at, where one paste answers much: it is shown with the hash of the text.') })),
  problems: z.record(problemId, z.strictObject({ title: text, meaning: text })).default({}),
  terms: table(
    z.strictObject({
      names: z.array(text).min(1).describe('Names under which it is asked for, lower case.'),
      explanation: text,
      sources,
    }),
  ),
});

const codeName = z.union([z.string().min(1), z.number().int()]).transform(String);

const codeEntrySchema = z.strictObject({
  code: codeName.describe('Lower-case hexadecimal without leading zeros (0x904), or the number of an event.'),
  symbol: z.string().min(1).optional(),
  origin: z.string().min(1).optional().describe('The log or component that prints it.'),
  sources,
  confidence,
  problem: problemId.describe('The problem whose troubleshooting it opens.'),
  extendedSaysMore: z.literal(true).optional().describe('It says only that or by whom the connection was ended: the extended code beside it chooses the problem.'),
});

/** knowledge/codes/<table>.yaml */
export const codesFileSchema = z.strictObject({
  space: z.enum(SPACES),
  sources: table(sourceSchema),
  entries: z.array(codeEntrySchema).min(1),
});

/** knowledge/locales/<locale>/codes/<table>.yaml: `code` or `origin code` -> texts. */
export const codeTextsFileSchema = z.record(
  z.string(),
  z.strictObject({ meaning: text.describe('For the person.'), detail: text.describe('For the administrator, one sentence.') }),
);

const day = z.iso.date().describe('YYYY-MM-DD, unquoted or quoted.');

const brokenSystemSchema = z
  .strictObject({
    system: z.string().min(1).describe('One system, or several that the same update serves.'),
    brokenBy: z.string().min(1).describe('The update or build that began it.'),
    fixedBy: z.string().min(1).optional().describe('The update that ended it on this system; left out where none is known.'),
    fixedOn: day.optional(),
  })
  .refine(({ fixedBy, fixedOn }) => (fixedBy === undefined) === (fixedOn === undefined), 'give both what fixed it and when, or neither');

const regressionSchema = z.strictObject({
  cause: id.describe('The cause of the graph that it is an instance of.'),
  since: day,
  symptom: z.string().min(1).max(80).describe('What people see, as the rest of a sentence.'),
  systems: z.array(brokenSystemSchema).min(1),
  byDesign: z.literal(true).optional().describe('It is meant, and no fix will come.'),
  workaround: z.string().min(1).max(140).optional(),
  sources: z.array(id).min(1),
  lookedUp: day.describe('When somebody last looked whether it still holds.'),
});

/** knowledge/regressions/<name>.yaml */
export const regressionsFileSchema = z.strictObject({ sources: table(sourceSchema), regressions: table(regressionSchema) });

/** knowledge/graph/_defaults.yaml */
export const defaultsFileSchema = z.strictObject({
  leak: probability.describe('P(a fix helps by chance).'),
  turnMinutes: minutes.describe('Minutes that one exchange of messages costs.'),
  escalation: minutes,
  retest: minutes,
  wrong: z.strictObject({ told: probability, measured: probability }),
  dontKnow: probability,
  riskMinutes: z.strictObject({ none: minutes, low: minutes, medium: minutes, high: minutes }),
  hazardMinutes: z
    .strictObject({ restart: minutes, 'ends-sessions': minutes, deletes: minutes, 'locks-out': minutes })
    .default({ restart: 0, 'ends-sessions': 0, deletes: 0, 'locks-out': 0 })
    .describe('Expected minutes lost when a command restarts, ends sessions, deletes or may lock somebody out.'),
  words: z.strictObject({ usually: probability, often: probability, sometimes: probability, rarely: probability }),
  capabilities: z.record(role, probability).describe('P(this person can do what the role may).'),
});

export type GraphFile = z.output<typeof graphFileSchema>;
export type TextsFile = z.output<typeof textsFileSchema>;
export type CodesFile = z.output<typeof codesFileSchema>;
export type CodeTextsFile = z.output<typeof codeTextsFileSchema>;
export type Defaults = z.output<typeof defaultsFileSchema>;

export type SourceRecord = GraphFile['sources'][string];
export type CauseRecord = GraphFile['causes'][string];
export type FixRecord = GraphFile['fixes'][string];
export type CommandRecord = z.output<typeof commandSchema>;
export type StepRecord = FixRecord['steps'][number];
export type QuestionRecord = GraphFile['questions'][string];
export type DiagnosticRecord = GraphFile['diagnostics'][string];
export type ProblemRecord = GraphFile['problems'][string];
export type PopulationsRecord = NonNullable<GraphFile['populations']>;
export type MachinesRecord = NonNullable<GraphFile['machines']>;
export type ContextRecord = GraphFile['contexts'][string];
export type FamilyRecord = GraphFile['families'][string];
export type CodeRecord = CodesFile['entries'][number];
export type RegressionsFile = z.infer<typeof regressionsFileSchema>;
export type RegressionRecord = RegressionsFile['regressions'][string];
export type Chance = FixRecord['solves'][string];

export function hasCommand(step: StepRecord): step is CommandRecord {
  return 'run' in step;
}

/** Kind of file -> its schema. */
export const FILE_SCHEMAS = {
  graph: graphFileSchema,
  texts: textsFileSchema,
  codes: codesFileSchema,
  'code-texts': codeTextsFileSchema,
  defaults: defaultsFileSchema,
  regressions: regressionsFileSchema,
} as const;
export type FileKind = keyof typeof FILE_SCHEMAS;
