/**
 * The Bot Framework's protocol (Activity schema, version 3) and its storage, as far as this project uses them: plain JSON,
 * whoever sends and keeps it. Nothing of it comes from an SDK, so the rooms that speak it outlive any of them
 * (docs/operators/dependencies.md). The SDK's own types fit them, and a compiler says when they no longer do.
 */

export interface ChannelAccount {
  readonly id: string;
  readonly name: string;
  readonly role?: string;
}

export interface ConversationAccount {
  readonly id: string;
  readonly name: string;
  readonly isGroup: boolean;
  readonly conversationType: string;
  readonly tenantId?: string;
}

export interface Attachment {
  readonly contentType: string;
  readonly name?: string;
  readonly contentUrl?: string;
  readonly thumbnailUrl?: string;
  readonly content?: unknown;
}

/** One thing that was said or done. Which fields are there depends on its type. */
export interface Activity {
  id: string;
  type: string;
  timestamp: Date;
  channelId: string;
  from: ChannelAccount;
  recipient: ChannelAccount;
  conversation: ConversationAccount;
  text: string;
  textFormat: string;
  locale: string;
  localTimezone: string;
  name: string;
  code: string;
  value: unknown;
  valueType: string;
  replyToId: string;
  attachments: Attachment[];
  membersAdded: ChannelAccount[];
  channelData: unknown;
}

/** Keys with their values, each with the tag of the version that was read. */
export type StoreItems = Record<string, unknown>;

/** Where the memory of conversations is kept. */
export interface Storage {
  read(keys: string[]): Promise<StoreItems>;
  /** Rejects when a value's `eTag` is not that of the stored one; `*` and none overwrite. */
  write(changes: StoreItems): Promise<void>;
  delete(keys: string[]): Promise<void>;
}
