/** Keeps a page of the helpdesk up to date while somebody looks at it, and puts answers of the knowledge into the text. */

const LOOK_EVERY_MS = 3_000;

const home = document.querySelector<HTMLAnchorElement>('.brand a')?.href ?? '/helpdesk';

/** The parts that are shown anew; what somebody is working in is left alone. */
function takeOver(fresh: Document): boolean {
  let changed = false;
  for (const part of document.querySelectorAll<HTMLElement>('[data-live]')) {
    const next = fresh.getElementById(part.id);
    if (!next || next.innerHTML === part.innerHTML || part.contains(document.activeElement)) continue;
    part.replaceChildren(...next.childNodes);
    changed = true;
  }
  return changed;
}

async function refresh(): Promise<void> {
  const response = await fetch(location.href, { headers: { accept: 'text/html' } });
  if (!response.ok || response.redirected) return;
  const changed = takeOver(new DOMParser().parseFromString(await response.text(), 'text/html'));
  const news = document.getElementById('news');
  if (changed && news) news.textContent = 'Something new was added on this page.';
}

async function version(): Promise<string | undefined> {
  const response = await fetch(`${home}/version`, { headers: { accept: 'application/json' } });
  // Signed out meanwhile: the next click leads to the sign-in page.
  if (!response.ok) return undefined;
  return ((await response.json()) as { version: string }).version;
}

function keepUpToDate(): void {
  let seen: string | undefined;
  // A change is followed by its delivery, which is none of the board's, and the page itself may be older than the first look.
  let settling = true;
  setInterval(() => {
    if (document.visibilityState !== 'visible') return;
    void version()
      .then(async (now) => {
        const changed = now !== undefined && seen !== undefined && now !== seen;
        seen = now ?? seen;
        if (changed || settling) await refresh();
        settling = changed;
      })
      .catch(() => undefined);
  }, LOOK_EVERY_MS);
}

function offerAnswers(): void {
  const field = document.querySelector<HTMLTextAreaElement>('textarea[name=text]');
  for (const label of document.querySelectorAll<HTMLElement>('.canned')) {
    label.hidden = false;
    const choice = label.querySelector('select');
    choice?.addEventListener('change', () => {
      if (!field || choice.value === '') return;
      field.setRangeText(`${field.value === '' ? '' : '\n\n'}${choice.value}`, field.value.length, field.value.length, 'end');
      choice.value = '';
      field.focus();
    });
  }
}

offerAnswers();
if (document.querySelector('[data-live]')) keepUpToDate();
