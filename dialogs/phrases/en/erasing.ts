/** The words that confirm it are those that `own-data` of the understanding knows. */
export const ERASE_ASK =
  'I can erase everything of yours that is kept here: this conversation and earlier ones, where we stand, your tickets, and messages that are under way. ' +
  'Nobody goes on with an open ticket then, and nothing of it can be brought back.\n\nPress the button, or write **erase everything**.';
export const ERASE_PROMISED = 'It will be erased. This takes a minute at most; the conversation ends with it.';
