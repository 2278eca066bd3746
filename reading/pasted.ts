import type { Span } from './evidence.ts';

/** What e-mail and chats put before a quoted line. */
const QUOTING = /^(?:[>|] ?(?![A-Z]:\\|set |get-))+/i;

/** Lines that nobody writes by hand. Each is tested on one line without its quotation marks. */
const OUTPUT: readonly RegExp[] = [
  // A prompt with its command.
  /^\s*(?:PS(?: [A-Z]:\\[^>\n]*)?>|[A-Z]:\\[^>\n]*>|\$ |# |>> |\+ |~ |DISKPART>|mysql>|[\w.-]+@[\w.-]+[:~]|\w+=#)/i,
  // A rule of a table, a fence, nothing but brackets.
  /^[\s=+|_*~.─═-]{5,}$|^\s*```\w*\s*$|^\s*[{}()[\]<>;,]{1,4}\s*$/,
  // Markup, a key of JSON, a line of code.
  /^\s*<[/?!]?[a-z][^>]*>|^\s*"[\w .-]{1,60}"\s?:|^\s*\{\s?"|[;{}]\s*$|^\s*(?:\$\w+ = |\w+\(\)|import |const |def |class |foreach ?\(|SELECT .* FROM )/i,
  // A name in a certificate, an entry of an access list, a row of commas, a compiler's finding, a heading in capitals.
  /(?:^|[\s,:])(?:CN|OU|DC) ?= ?\S|:(?:\([A-Z,]{1,12}\))+\s*$|^[^,\n]+(?:,(?! )[^,\n]*){3,}$|^[>\s]*\S+\(\d+,\d+\): (?:error|warning) |^[A-Z][A-Z ]{2,}:\s*$/,
  // A stack.
  /^\s*(?:at [\w.<>[\]`$]+|File "[^"]+", line \d|Caused by:|Traceback|goroutine \d|thread '|Exception in thread|note: run with|panic:)|^\w+(?:Error|Exception): /,
  // Columns.
  /\S(?: {3,}|\t)\S|[^\s.!?:,;]( {2,})\S.*[^\s.!?:,;] {2,}\S/,
  // A line of a log.
  /^\s*(?:\[[\d:. TZ+-]{4,40}\]|\d{4}[-/]\d\d[-/]\d\d[ T,]|\d{1,2}[./]\d{1,2}[./]\d{2,4},? \d\d?:\d\d|(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6} {1,2}\d{1,2} \d\d:\d\d|\[\d\d:\d\d)/i,
  /^\s*(?:npm ERR!|\[?(?:INFO|WARN(?:ING)?|ERROR|DEBUG|FATAL|TRACE)\]?\s*[:|\]-]|MSI \([sc]\)|\[[0-9A-F]{4}:[0-9A-F]{4}\])/,
  // `Name : value` with the colon away from the word, leaders of dots, `name=value`.
  /^\s*[\p{L}"'][\p{L}\p{N} ./()#_"'-]{1,60}?(?:\s+:|(?: ?\. ?){2,}\s*:|=)\s*\S/u,
  // A field without a value, as the last of a list.
  /^\s*[\p{L}][\p{L}\p{N}./()#_-]{1,40}\s{2,}:\s*$/u,
  // Set in, as lists of tools are.
  /^(?: {4,}|\t+)\S/,
  // Long strings of no words: an identifier, a key, a dump.
  /^\s*[A-Za-z0-9+/=_{}:.\\-]{32,}\s*$|^\s*[0-9a-f]{6,}: (?:[0-9a-f]{4} )+|^[dl-][rwxs-]{9}\s/,
];

/** Sentences that tools say, in front of or behind their fields. */
const SENTENCES =
  /^\W{0,4}(?:operable program or batch file|ping \S+ \(|\d+ bytes from |volume in drive |linux \S+ \d|verbose: |version \S+ \(os build|pinging |reply from |ping statistics|ping wird ausgeführt|antwort von|ping-statistik|haciendo ping|respuesta desde|disparando |resposta de|envoi d'une requête|réponse de|обмен пакетами|ответ от|статистика ping|正在 ping|来自 \d|tracing route|traceroute to|routenverfolgung|détermination de l'itinéraire|over a maximum|über maximal|avec un maximum|trace complete|ablaufverfolgung beendet|itinéraire déterminé|windows ip|active connections|aktive verbindungen|conexiones activas|microsoft windows \[|\(c\) (?:\d{4} )?microsoft|the (?:command|operation|restore operation) completed|der befehl wurde|successfully (?:processed|flushed|installed)|beginning (?:system scan|verification)|verification \d+%|überprüfung \d+|(?:windows resource protection|der windows-ressourcenschutz) |updating policy|(?:computer|user) policy update|die (?:richtlinie wird|aktualisierung der)|the [\w ]{2,60} service (?:is starting|is stopping|was (?:started|stopped) successfully)|\S+ wird (?:beendet|gestartet)\.|certutil: |nmap (?:scan|done)|starting nmap|host is up|log name:|event\[|reading package lists|building dependency tree|calculating upgrade|\d+ upgraded,|deployment image servicing|stage \d: |the type of the file system|no further action|windows has (?:scanned|checked)|no events were found|non-authoritative answer|nicht autorisierende antwort|current winhttp|aktuelle winhttp|direct access \(no proxy|direktzugriff \(kein|operating system found|build succeeded|enumerating objects|counting objects|writing objects|on branch |your branch is|auto-merging|conflict \(|automatic merge failed|collecting \w|installing collected|downloading |exit status \d|make: |make\[|gcc |cc |play recap|plan: \d|terraform will|added \d+ packages|found \d+ vulnerabilit|\d+ rows? (?:affected|in set)|\(\d+ rows?|http\/\d|received: from|connected to \S+\.$|trying [\d.]+|escape character|get-\w+ : |at line:\d|\d+ upgrades available|chocolatey |welcome to \w+ \d|last login: |the authenticity of host|\w+ key fingerprint is|are you sure you want to continue connecting|name resolution of|warning: (?:tcp connect|ping to|name resolution)|access is denied\.?$|system error \d|error: (?:the system|access)|openservice failed)/i;

/** Words of somebody who speaks of themselves, or hands something over. */
const OWN_WORDS =
  /\b(?:i|i'm|i've|i'd|my|mine|me|we|our|us|please|pls|thanks|hello|hi|hey|here(?:'s| is| are| it is)|this is (?:what|all)|(?:it|the (?:test|command|tool|window|output)) (?:says|shows|gives|prints|looks)|(?:did(?: not|n'?t)|does(?: not|n'?t)) help|no (?:change|difference|luck)|what (?:now|next|does)|still (?:the )?(?:same|not|no)|looks? (?:ok|fine|good|normal)|all good|nothing (?:special|changed)|so (?:it|that)|ran (?:it|this|that))\b|\b(?:ich|mir|mein\w{0,2}|bitte|danke|hier (?:ist|die|das|steht)|das (?:steht|kommt|ist)|je|j'ai|voici|merci|yo|aquí|gracias|esto (?:es|sale)|ecco|grazie|aqui|obrigad[oa]|hier is|dit is|bedankt|mijn|ik|oto|dziękuję)\b|вот|спасибо|у меня|これ(?:が|は|です)|です。|结果是|这是|我/iu;

/** `Name: value`, the colon right behind the word. */
const LOOSE_FIELD = /^\s*[\p{L}][\p{L}\p{N} ,./()#_-]{1,60}:(?:\s+\S|\s*$)/u;
/** What people name when they fill in a form about their trouble. */
const OWN_LABEL = /^\s*(?:client|server|target|source|remote|local|host|my|our|os|error|code|problem|issue|question|network|vpn|gateway|since|tried|update|note|ps|edit|also|btw|when|where|what|who|result|answer|windows|system|environment|rdp)\b[^:]{0,20}:/iu;
/** So many fields stand under one another only in a form or an output. */
const MANY_FIELDS = 3;

/** A message of one line that is as short is somebody's own. */
const LONGEST_SHORT = 48;

interface Line {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly isBlank: boolean;
}

/**
 * The parts of a text that a tool, a log or a program wrote, as ranges of whole lines. Lines that look like output make those
 * around them output too, as long as these do not speak in somebody's own words. Pure.
 */
export function pastedParts(text: string): readonly Span[] {
  const lines = linesOf(text);
  const [only] = lines;
  // What is one line is one person's, unless nothing in it is.
  if (only !== undefined && lines.length === 1) return (text.length > LONGEST_SHORT || text.includes('\t')) && isWritten(only) && !OWN_WORDS.test(text) ? [[0, text.length]] : [];
  const written = lines.map(isWritten);
  const loose = lines.map((line) => LOOSE_FIELD.test(line.text) && !OWN_LABEL.test(line.text) && !OWN_WORDS.test(line.text));
  markFields(lines, loose, written);
  const first = written.indexOf(true);
  if (first < 0) return [];
  const last = written.lastIndexOf(true);
  const isOwn = (line: Line | undefined): boolean => line !== undefined && OWN_WORDS.test(line.text);
  const spans: Span[] = [];
  lines.forEach((line, at) => {
    const isInside = at >= first && at <= last;
    const touches = isInside || reaches(lines, at, first, -1) || reaches(lines, at, last, 1);
    if (!line.isBlank && (written[at] === true || (touches && !isOwn(line)))) spans.push([line.start, line.end]);
  });
  return spans;
}

/** The lines from the nearest output to this one are few, and none is somebody's own. */
function reaches(lines: readonly Line[], at: number, edge: number, step: 1 | -1): boolean {
  if ((at - edge) * step <= 0 || Math.abs(at - edge) > MOST_AROUND) return false;
  for (let each = edge + step; each !== at + step; each += step) {
    if (OWN_WORDS.test(lines[each]?.text ?? '')) return false;
  }
  return true;
}

/** Heads and closing lines of an output. */
const MOST_AROUND = 4;

function isWritten({ text, isBlank }: Line): boolean {
  return !isBlank && (OUTPUT.some((pattern) => pattern.test(text)) || SENTENCES.test(text) || isMostlySigns(text));
}

/** Numbers, addresses, times. */
function isMostlySigns(text: string): boolean {
  const signs = text.replace(/\s/g, '');
  return signs.length >= 16 && (signs.match(/\p{L}/gu)?.length ?? 0) < signs.length * 0.45;
}

/** Runs of fields; one or two may be a person's. */
function markFields(lines: readonly Line[], loose: readonly boolean[], written: boolean[]): void {
  let run: number[] = [];
  const close = (): void => {
    if (run.length >= MANY_FIELDS || run.some((at) => written[at - 1] === true || written[at + 1] === true)) for (const at of run) written[at] = true;
    run = [];
  };
  lines.forEach(({ isBlank }, at) => {
    if (loose[at] === true || (isBlank && run.length > 0)) {
      if (!isBlank) run.push(at);
    } else close();
  });
  close();
}

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const whole of text.split('\n')) {
    const bare = whole.replace(/\r$/, '').replace(QUOTING, '');
    lines.push({ text: bare, start, end: start + whole.length, isBlank: bare.trim() === '' });
    start += whole.length + 1;
  }
  return lines;
}
