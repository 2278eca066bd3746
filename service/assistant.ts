import { plainText } from '../cards/plain-text.ts';
import { render } from '../cards/render.ts';
import { closedCard, pastCard, turnCard } from '../cards/teams/turn-card.ts';
import { createMind, type Learned } from '../dialogs/create-mind.ts';
import type { Mind } from '../dialogs/mind.ts';
import type { LearnedParameters } from '../troubleshooting/parameters.ts';
import { createAdvance } from '../dialogs/advance.ts';
import { reviveSession, type Session } from '../dialogs/session.ts';
import type { Site } from '../dialogs/site.ts';
import type { Advance } from '../dialogs/turn.ts';
import { inPopulations } from '../knowledge/compiler/population.ts';
import type { KnowledgeGraph } from '../knowledge/compiler/types.ts';

export interface AssistantPorts {
  readonly graph: KnowledgeGraph;
  /** The models that were trained on sayings. */
  readonly models: Learned;
  /** Numbers learned from outcomes, in place of the author's. */
  readonly learned?: LearnedParameters | undefined;
  readonly site?: Site | undefined;
}

/** How replies look on the website, on Teams, and where nothing can be pressed. */
export const RENDERERS = { web: render, teams: { turn: turnCard, closed: closedCard, past: pastCard }, plain: plainText };

/** The assistant as its adapters see it: a pure turn, and how a reply looks. */
export interface Assistant {
  readonly advance: Advance;
  readonly render: typeof render;
  readonly mind: Mind;
  /** Goes on with another state of knowledge, or other learned numbers; conversations keep their place. */
  adopt(graph: KnowledgeGraph, learned?: LearnedParameters): void;
}

export function createAssistant({ graph, models, learned, site }: AssistantPorts): Assistant {
  const here = (everywhere: KnowledgeGraph): KnowledgeGraph => (site?.populations ? inPopulations(everywhere, site.populations) : everywhere);
  let mind = createMind(here(graph), models, learned, site);
  let advance = createAdvance(mind);
  return {
    advance: (session, event, context) => advance(revived(session), event, context),
    render,
    get mind() {
      return mind;
    },
    adopt(next, numbers) {
      mind = createMind(here(next), models, numbers, site);
      advance = createAdvance(mind);
    },
  };
}

function revived(session: Session | undefined): Session | undefined {
  return session && reviveSession(session);
}
