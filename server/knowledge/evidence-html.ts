import { html, type Html } from '../pages/html.ts';
import { sourcesHtml } from './document.ts';
import { commandHtml } from './fix-html.ts';
import { anchor } from './links.ts';
import { KIND, minutes, percent, ROLE } from './words.ts';
import type { AnswerView, QuestionView } from './view.ts';

/** Each question with what its answers do to the causes. */
export function evidenceHtml(questions: readonly QuestionView[]): Html {
  return html`<p>What each answer alone does to the probabilities.</p>
    <ul class="questions">${questions.map((view) => html`<li>${questionHtml(view)}</li>`)}</ul>`;
}

function questionHtml({ question, diagnostic, answers }: QuestionView): Html {
  return html`<details class="panel question" id="${anchor('question', question.id)}">
      <summary><span class="title">${question.prompt}</span> <span class="chips"><span class="chip">${KIND[question.kind]}</span> <span class="chip">${minutes(question.minutes)}</span></span></summary>
      <p class="quiet">Who can answer: ${ROLE[question.role]}</p>
      ${diagnostic && html`<p>${diagnostic.title}:</p>${commandHtml(diagnostic.command)}`}
      <ul class="answers">${answers.map(answerHtml)}</ul>
      ${sourcesHtml(question.sources)}
    </details>`;
}

function answerHtml({ label, shifts }: AnswerView): Html {
  const lines = shifts.map(({ cause, before, after }) => {
    const up = after > before;
    return html`<li class="${up ? 'up' : 'down'}"><span aria-hidden="true">${up ? '▲' : '▼'}</span><span><a href="#${anchor('cause', cause.id)}">${cause.title}</a> ${up ? 'rises' : 'falls'} from ${percent(before)} to ${percent(after)}</span></li>`;
  });
  return html`<li><p class="answer">${label}</p>${lines.length > 0 ? html`<ul>${lines}</ul>` : html`<p class="quiet">Changes little by itself.</p>`}</li>`;
}
