const KiB = 1024;
const MiB = 1024 * KiB;
const HOUR = 3_600;

/** How much of everything there may be, in one place. What is over a bound is said with the sentence beside it. */
export const LIMITS = {
  /** Bytes of one posted activity of the website. */
  activity: { most: 256 * KiB },
  /** Bytes of one activity of a Bot Framework channel, characters of its text, and how many of its mentions and attachments are looked at. */
  channelActivity: { most: MiB, text: 32_000, parts: 50 },
  /** Bytes over a bound that are read before the client is told: until it has sent all of it, it listens to no answer. */
  thrownAway: { most: 8 * MiB },
  /** Refused tokens of one address: each costs a check of its signature and lines in the log. */
  refusals: { burst: 20, perSecond: 0.2 },
  /** Levels of a posted value inside another. */
  depth: { most: 32, over: 'The body is nested too deeply.' },
  /** Bytes that are kept of one conversation of the website; its last turn may go over by its replies. */
  conversation: { most: 4 * MiB, over: 'This conversation has become too long for me to keep more of it. Press “Start over” to go on in a new one; a ticket that you opened stays open.' },
  /** Bytes of one message of the bot. Teams takes 28 KB (Microsoft Learn, "Limits and specifications for Microsoft Teams"). */
  reply: { most: 28_000 },
  /** Bytes of what a conversation remembers between turns, and of the record that goes with a ticket. */
  memory: { most: 128 * KiB },
  /** Of one answer to "what is new", and of one message of a stream. At least one activity is in it. */
  page: { activities: 200, bytes: 256 * KiB },
  /** Streams that are open in one conversation, and in all. */
  streams: { conversation: 8, all: 2_000, over: 'Too many streams are open.' },
  /** Answers to "what is new" that are on their way at once; more wait, and of those so many. */
  reads: { atOnce: 32, waiting: 256, over: 'Too many are reading just now.' },
  /** Turns of one visitor of the website that are worked on at once; more wait, and of those so many. Milliseconds of rest after one. */
  turns: { atOnce: 1, waiting: 256, rest: 250, over: 'Too many messages of yours are being worked on.' },
  /** Tickets in an hour; later ones wait for their time. */
  tickets: {
    person: { burst: 5, perSecond: 5 / HOUR },
    visitor: { burst: 20, perSecond: 20 / HOUR },
    waiting: 200,
    later: 'Several tickets were opened from here within the last hour, so this one waits. It is opened by itself at',
    refused: 'So many tickets wait to be opened that I cannot take this one. Please reach the helpdesk another way, and tell them what is in this chat.',
  },
  /** Bytes of files that come with a message. Their content is not kept: nothing here reads pictures. */
  upload: { files: 4, bytes: 3 * MiB },
  /** Tickets on one page of the list. */
  ticketList: { page: 50 },
} as const;
