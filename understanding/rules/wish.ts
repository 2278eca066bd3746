import { namedStep } from '../named-step.ts';
import type { Rule } from '../rule.ts';
import { isAddition, isRefused, preferenceIn } from '../wordings.ts';

/** Another step than the open one is asked for. Who asks for a step states nothing ("can we renew the certificate?"). */
export const wish: Rule = {
  name: 'wish',
  apply({ table, mind, text }) {
    if (table.kind !== 'question' && table.kind !== 'step' && table.kind !== 'offer') return undefined;
    const preference = preferenceIn(text);
    if (!preference) return undefined;
    const step = namedStep(mind.graph, table.problems, table.triedSteps, preference.wanted, preference.verb);
    if (step === undefined && !(preference.explicit && table.kind !== 'offer')) return undefined;
    return { act: { kind: 'prefer', fix: step } };
  },
};

/** "Please add that ...": words for the report itself. */
export const addition: Rule = {
  name: 'addition',
  apply: ({ table, text }) => (table.kind === 'offer' && isAddition(text) ? { act: { kind: 'none' } } : undefined),
};

/** Not this step; the conversation goes on. */
export const refusal: Rule = {
  name: 'refusal',
  apply: ({ table, text }) => (table.kind === 'step' && isRefused(text) ? { act: { kind: 'skip' } } : undefined),
};
