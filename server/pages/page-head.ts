import { html, type Html } from './html.ts';

const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='9' fill='%231f6f5c'/%3E%3Cpath d='M9 13a7 7 0 0 1 13-2m1 8a7 7 0 0 1-13 2' fill='none' stroke='%23fff' stroke-width='3' stroke-linecap='round'/%3E%3C/svg%3E";

export interface PageHead {
  readonly title: string;
  readonly style: string;
  readonly scripts?: readonly string[];
}

/** The head of every page: it fetches nothing from another host. */
export function pageHead({ title, style, scripts = [] }: PageHead): Html {
  return html`<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title>${title}</title>
  <link rel="icon" href="${ICON}">
  <link rel="stylesheet" href="${style}">
  ${scripts.map((source) => html`<script src="${source}" defer></script>`)}
</head>`;
}
