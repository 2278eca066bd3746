/**
 * The widget's whole look, as a constructed style sheet: a page's `style-src` does not apply to those, and nothing of the
 * page's own styles reaches into the shadow tree. `!important` on the host, because outside rules win over `:host`.
 */
export const STYLES = `
:host {
  all: initial !important;
  display: block !important;
  position: fixed !important;
  inset: auto !important;
  z-index: 2147483000 !important;
  color-scheme: light dark;
  font: 16px/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif;
}
:host([hidden]) { display: none !important; }
* { box-sizing: border-box; }

.launcher, .panel { inset-block-end: max(var(--offset-y), env(safe-area-inset-bottom)); position: fixed; }
.launcher { right: max(var(--offset-x), env(safe-area-inset-right)); }
.panel { right: max(var(--offset-x), env(safe-area-inset-right)); }
.left .launcher { left: max(var(--offset-x), env(safe-area-inset-left)); right: auto; }
.left .panel { left: max(var(--offset-x), env(safe-area-inset-left)); right: auto; }

.launcher {
  align-items: center;
  background: var(--accent);
  block-size: 60px;
  border: 1px solid transparent;
  border-radius: 50%;
  box-shadow: 0 2px 6px rgb(0 0 0 / 18%), 0 8px 24px rgb(0 0 0 / 18%);
  color: var(--accent-ink);
  cursor: pointer;
  display: flex;
  inline-size: 60px;
  justify-content: center;
  padding: 0;
  transition: transform .15s;
}
.launcher[hidden] { display: none; }
.launcher:hover { transform: scale(1.05); }
.launcher:focus-visible, .panel button:focus-visible, .panel a:focus-visible { outline: 3px solid var(--accent-text); outline-offset: 3px; }
.launcher svg { block-size: 30px; fill: none; inline-size: 30px; stroke: currentColor; stroke-linecap: round; stroke-linejoin: round; stroke-width: 2.2; }
.launcher img { block-size: 36px; border-radius: 8px; inline-size: 36px; object-fit: contain; }
.launcher[aria-expanded='true'] .when-closed, .launcher[aria-expanded='false'] .when-open { display: none; }

.badge {
  background: #b3261e;
  border: 2px solid #fff;
  border-radius: 12px;
  color: #fff;
  font: 700 13px/20px system-ui, sans-serif;
  inset-block-start: -6px;
  min-inline-size: 24px;
  padding: 0 5px;
  position: absolute;
  right: -6px;
  text-align: center;
}
.badge:empty { display: none; }

.panel {
  background: var(--surface);
  block-size: min(720px, 100dvh - var(--offset-y) - 92px);
  border: 1px solid var(--line);
  border-radius: 16px;
  box-shadow: 0 4px 12px rgb(0 0 0 / 12%), 0 16px 48px rgb(0 0 0 / 22%);
  color: var(--ink);
  inline-size: min(420px, 100vw - 2 * var(--offset-x));
  margin-block-end: 72px;
  overflow: hidden;
}
.panel[hidden] { display: none; }
.bare .panel { block-size: min(720px, 100dvh - var(--offset-y) - 20px); margin-block-end: 0; }
.panel iframe { block-size: 100%; border: 0; color-scheme: light dark; display: block; inline-size: 100%; opacity: 0; }
.panel.loaded iframe { opacity: 1; }

.waiting, .consent { align-items: center; display: flex; flex-direction: column; gap: 12px; inset: 0; justify-content: center; padding: 24px; position: absolute; text-align: center; }
.loaded .waiting, .consent[hidden], .consent a[hidden] { display: none; }
.consent { background: var(--surface); overflow-y: auto; }
.waiting p, .consent p { margin: 0; }
.consent p { white-space: pre-line; }
.waiting a, .consent a { color: var(--accent-text); }
.waiting button, .consent button { background: transparent; border: 1px solid var(--line); border-radius: 999px; color: inherit; cursor: pointer; font: inherit; min-block-size: 36px; padding: 4px 16px; }
.consent .agree { background: var(--accent); border-color: transparent; color: var(--accent-ink); }

.said { block-size: 1px; clip-path: inset(50%); inline-size: 1px; overflow: hidden; position: absolute; white-space: nowrap; }

/* On a phone the chat is the screen, inside of what the device keeps for itself. */
@media (max-width: 640px), (max-height: 420px) {
  .panel, .left .panel, .bare .panel {
    block-size: auto;
    border: 0;
    border-radius: 0;
    inline-size: auto;
    inset: 0;
    margin: 0;
    padding: env(safe-area-inset-top) env(safe-area-inset-right) env(safe-area-inset-bottom) env(safe-area-inset-left);
  }
  .launcher[aria-expanded='true'] { display: none; }
}

@media (prefers-reduced-motion: reduce) { .launcher { transition: none; } .launcher:hover { transform: none; } }
@media (forced-colors: active) { .launcher, .badge { border-color: ButtonText; } }
@media print { :host { display: none !important; } }
`;

/** What the widget draws itself on; the chat in the frame has the same. */
export const GROUND = {
  light: { surface: '#ffffff', ink: '#17211e', line: '#d8dfdc' },
  dark: { surface: '#18211e', ink: '#e8efec', line: '#2f3b37' },
} as const;
