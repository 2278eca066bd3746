/** What a turn did that leaves no mark in the session. Filled where the dialog does it, for whoever watches a conversation. */
export type Remark =
  /** Said that it did not understand, or asked which of several things was meant. */
  | 'asked-back'
  /** Called the message none of ours. */
  | 'foreign'
  | 'small-talk'
  /** Explained what is on the table: how, where, what for. */
  | 'explained'
  /** Spoke of the risk of what is open, or of how to undo it. */
  | 'risk-told'
  /** Told what the code means. */
  | 'code-told'
  /** Told what to do about a tool that failed. */
  | 'tool-helped'
  /** Told what a word means. */
  | 'term-told'
  /** Gave a text to send to whoever can do a step. */
  | 'request-given'
  /** Gave the report itself, where no ticket is opened. */
  | 'report-given'
  /** Told how the ticket stands. */
  | 'status-told'
  | 'restarted'
  | 'stopped'
  /** Took note that it does not work yet, without a step that this could be said of. */
  | 'not-yet'
  /** Took note that the step was carried out, and asks for the result. */
  | 'carried-out'
  /** Heard the wish for another step than the one on the table. */
  | 'another-step'
  /** Withdrew what was said before, as far as there was anything. */
  | 'taken-back';
