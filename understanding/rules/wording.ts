import type { Act } from '../act.ts';
import { outcomeAct } from '../outcomes.ts';
import { polarAnswer } from '../polarity.ts';
import { actGuess, answered, answerGuess, unclear, type Heard, type Rule } from '../rule.ts';
import type { Utterance } from '../utterance.ts';
import { wholeMessage, type WholeMessage } from '../wordings.ts';

/** A whole message of a few words, which means what is open lets it mean. */
export const wording: Rule = {
  name: 'wording',
  apply(utterance) {
    const whole = wholeMessage(utterance.text);
    return whole && meaningOf(whole, utterance);
  },
};

function meaningOf(whole: WholeMessage, utterance: Utterance): Heard | undefined {
  const { table } = utterance;
  switch (whole) {
    case 'yes':
    case 'thumb':
    case 'agree':
      return agreed(whole, utterance);
    case 'no':
      return denied(utterance);
    case 'dont-know':
      return table.kind === 'step' ? done({ kind: 'explain' }) : table.kind === 'listening' ? done({ kind: 'explain' }) : done({ kind: 'dont-know' });
    case 'worked':
    case 'failed':
      return table.kind === 'listening' && table.openSteps.length === 0 ? undefined : done(outcomeAct(whole, table));
    case 'skip':
      return table.kind === 'offer' ? done({ kind: 'cancel' }) : done({ kind: 'skip' });
    case 'later':
      return table.kind === 'offer' ? done({ kind: 'cancel' }) : table.kind === 'ticket' ? undefined : done({ kind: 'later' });
    case 'greeting':
      return done({ kind: 'chat', topic: 'greeting' });
    case 'explain':
      return done({ kind: 'explain' });
    case 'cancel':
      return done({ kind: 'cancel' });
    case 'send':
      // Nothing is there to be sent: a ticket is what is asked for.
      return done({ kind: table.kind === 'offer' ? 'send' : 'person' });
    case 'person':
    case 'restart':
    case 'why':
    case 'continue':
      return done({ kind: whole });
    case 'take-back':
      return done({ kind: 'take-back' });
  }
}

/** "Yes" answers a question of yes or no; "ok" may only mean that a step was read, unless it was asked whether it works. */
function agreed(how: 'yes' | 'thumb' | 'agree', { table, mind }: Utterance): Heard | undefined {
  switch (table.kind) {
    case 'question': {
      const question = mind.graph.questions.get(table.question ?? '');
      const polar = how === 'agree' ? undefined : polarAnswer(question, 'yes');
      if (polar) return answered(polar.question, polar.answer);
      return unclear(...(question?.answers ?? []).map((each) => answerGuess(each.id)));
    }
    case 'step':
      if (table.askedWhetherItWorks) return done({ kind: 'worked' });
      return how === 'yes' ? unclear(actGuess('worked'), actGuess('done')) : done({ kind: 'later' });
    case 'undoing':
      return done({ kind: 'undone' });
    case 'offer':
      return how === 'agree' && table.isUnasked ? unclear(actGuess('send')) : done({ kind: 'send' });
    case 'confirming-code':
      return done({ kind: 'yes' });
    case 'choosing': {
      const same = table.options.find((each) => each.id.startsWith('same:'));
      return same ? done({ kind: 'choose', option: same.id }) : unclear();
    }
    case 'solved':
    case 'ticket':
      // A thumb may only say that it was read.
      return done(table.askedWhetherItWorks && how === 'yes' ? { kind: 'worked' } : { kind: 'chat', topic: 'acknowledge' });
    case 'listening':
      return done({ kind: 'chat', topic: 'acknowledge' });
  }
}

function denied({ table, mind }: Utterance): Heard | undefined {
  switch (table.kind) {
    case 'question': {
      const question = mind.graph.questions.get(table.question ?? '');
      const polar = polarAnswer(question, 'no');
      if (polar) return answered(polar.question, polar.answer);
      return unclear(...(question?.answers ?? []).map((each) => answerGuess(each.id)));
    }
    case 'step':
      return done({ kind: 'failed' });
    case 'undoing':
      return done({ kind: 'failed' });
    case 'offer':
      return done({ kind: 'cancel' });
    case 'confirming-code':
      return done({ kind: 'no' });
    case 'choosing': {
      const fresh = table.options.find((each) => each.id.startsWith('new:'));
      return fresh ? done({ kind: 'choose', option: fresh.id }) : unclear();
    }
    case 'solved':
      return table.askedWhetherItWorks ? done({ kind: 'came-back' }) : unclear(actGuess('came-back'), actGuess('new-problem'));
    case 'ticket':
      return table.askedWhetherItWorks ? done({ kind: 'failed' }) : undefined;
    case 'listening':
      return undefined;
  }
}

const done = (act: Act): Heard => ({ act });
