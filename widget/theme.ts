interface Palette {
  readonly surface: string;
  readonly ink: string;
  readonly quiet: string;
  readonly line: string;
  readonly accent: string;
  readonly accentInk: string;
  readonly bubble: string;
  readonly well: string;
  readonly good: string;
  readonly bad: string;
}

const LIGHT: Palette = {
  surface: '#ffffff', ink: '#17211e', quiet: '#55625d', line: '#d8dfdc', accent: '#1f6f5c', accentInk: '#ffffff',
  bubble: '#f2f5f4', well: '#e4eae7', good: '#1a6b3c', bad: '#a8321f',
};
const DARK: Palette = {
  surface: '#18211e', ink: '#e8efec', quiet: '#a5b3ad', line: '#2f3b37', accent: '#5fc4a6', accentInk: '#08201a',
  bubble: '#212c28', well: '#111917', good: '#7bd19a', bad: '#ff9b86',
};

const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";
const MONOSPACE = "ui-monospace, 'Cascadia Mono', Consolas, 'DejaVu Sans Mono', monospace";

/** Web Chat's style options. */
export function styleOptions(dark: boolean, uploads: boolean): object {
  const { surface, ink, quiet, line, accent, accentInk, bubble } = dark ? DARK : LIGHT;
  return {
    primaryFont: FONT,
    monospaceFont: MONOSPACE,
    accent,
    subtle: quiet,
    backgroundColor: surface,
    rootHeight: '100%',
    rootWidth: '100%',
    paddingRegular: 14,
    bubbleBackground: bubble,
    bubbleBorderColor: bubble,
    bubbleBorderRadius: 16,
    bubbleTextColor: ink,
    bubbleMaxWidth: 560,
    bubbleMinHeight: 40,
    bubbleFromUserBackground: accent,
    bubbleFromUserBorderColor: accent,
    bubbleFromUserBorderRadius: 16,
    bubbleFromUserTextColor: accentInk,
    bubbleFromUserMaxWidth: 560,
    bubbleImageMaxHeight: 320,
    timestampColor: quiet,
    groupTimestamp: 300_000,
    hideUploadButton: !uploads,
    // A pasted dialog has many lines; a single-line box would run them together.
    sendBoxTextWrap: true,
    sendBoxMaxHeight: 180,
    sendBoxHeight: 56,
    sendBoxBackground: surface,
    sendBoxTextColor: ink,
    sendBoxPlaceholderColor: quiet,
    sendBoxDisabledTextColor: quiet,
    sendBoxButtonColor: accent,
    sendBoxButtonColorOnHover: accent,
    sendBoxButtonColorOnFocus: accent,
    sendBoxButtonColorOnActive: accent,
    sendBoxButtonShadeColor: dark ? '#2a3a34' : '#e3f0ec',
    sendBoxBorderTop: `solid 1px ${line}`,
    // Long enough for a server that is being restarted; until then the page tries again by itself.
    sendTimeout: 120_000,
    suggestedActionLayout: 'flow',
    suggestedActionBackgroundColor: surface,
    suggestedActionBackgroundColorOnHover: dark ? '#1d332c' : '#e3f0ec',
    suggestedActionBackgroundColorOnFocus: dark ? '#1d332c' : '#e3f0ec',
    suggestedActionBackgroundColorOnActive: dark ? '#1d332c' : '#e3f0ec',
    suggestedActionTextColor: dark ? accent : '#175646',
    suggestedActionTextColorOnHover: dark ? accent : '#175646',
    suggestedActionBorderColor: accent,
    suggestedActionBorderRadius: 20,
    suggestedActionBorderWidth: 1,
    suggestedActionHeight: 40,
    transcriptOverlayButtonBackground: accent,
    transcriptOverlayButtonColor: accentInk,
    transcriptVisualKeyboardIndicatorColor: accent,
    transcriptActivityVisualKeyboardIndicatorColor: quiet,
    scrollToEndButtonBehavior: 'unread',
    connectivityMarginTopBottom: 4,
    connectivityTextSize: 13,
    notificationText: ink,
    notificationDebounceTimeout: 1_000,
    typingAnimationBackgroundImage: typingDots(quiet),
    typingAnimationHeight: 20,
    typingAnimationWidth: 48,
    cardEmphasisBackgroundColor: dark ? DARK.well : LIGHT.well,
    cardPushButtonBackgroundColor: surface,
    cardPushButtonTextColor: ink,
  };
}

/** How Adaptive Cards look. */
export function cardHostConfig(dark: boolean): object {
  const { surface, ink, quiet, line, accent, accentInk, bubble, well, good, bad } = dark ? DARK : LIGHT;
  const colours = {
    default: colour(ink, quiet), dark: colour(ink, quiet), light: colour(quiet, quiet), accent: colour(dark ? accent : '#175646', quiet),
    good: colour(good, good), warning: colour(dark ? '#e8b45a' : '#7a4f00', quiet), attention: colour(bad, bad),
  };
  const container = (background: string): object => ({ backgroundColor: background, foregroundColors: colours });
  return {
    hostCapabilities: {},
    supportsInteractivity: true,
    fontFamily: FONT,
    fontTypes: {
      default: { fontFamily: FONT, fontSizes: SIZES, fontWeights: WEIGHTS },
      monospace: { fontFamily: MONOSPACE, fontSizes: { ...SIZES, default: 14 }, fontWeights: WEIGHTS },
    },
    fontSizes: SIZES,
    fontWeights: WEIGHTS,
    lineHeights: { small: 18, default: 22, medium: 24, large: 28, extraLarge: 34 },
    spacing: { small: 4, default: 10, medium: 14, large: 20, extraLarge: 28, padding: 14 },
    separator: { lineThickness: 1, lineColor: line },
    containerStyles: { default: container(bubble), emphasis: container(well), accent: container(well), good: container(well), attention: container(well), warning: container(well) },
    actions: {
      maxActions: 12,
      spacing: 'medium',
      buttonSpacing: 8,
      showCard: { actionMode: 'inline', inlineTopMargin: 12, style: 'emphasis' },
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
      preExpandSingleShowCardAction: false,
    },
    adaptiveCard: { allowCustomStyle: false },
    factSet: { title: { weight: 'bolder', wrap: true, maxWidth: 110 }, value: { wrap: true }, spacing: 12 },
    imageSizes: { small: 40, medium: 80, large: 160 },
    inputs: { label: { inputSpacing: 'small', requiredInputs: { weight: 'bolder', suffix: ' (needed)', suffixColor: 'default' }, optionalInputs: { weight: 'bolder' } } },
    textBlock: { headingLevel: 2 },
    accentInk, surface,
  };
}

const SIZES = { small: 13, default: 15, medium: 17, large: 20, extraLarge: 24 };
const WEIGHTS = { lighter: 300, default: 400, bolder: 650 };

function colour(normal: string, subtle: string): object {
  return { default: normal, subtle, highlightColors: { default: '#22e0b040', subtle: '#22e0b020' } };
}

function typingDots(fill: string): string {
  const dot = (x: number, begin: number): string =>
    `<circle cx="${x}" cy="10" r="4"><animate attributeName="opacity" values=".25;1;.25" dur="1.2s" begin="${begin}s" repeatCount="indefinite"/></circle>`;
  const image = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 20" fill="${fill}">${dot(8, 0)}${dot(24, 0.2)}${dot(40, 0.4)}</svg>`;
  return `url("data:image/svg+xml,${encodeURIComponent(image)}")`;
}
