/** The turn is done and kept, but its replies did not reach the channel. When the channel delivers the activity again, they are sent again. */
export class DeliveryError extends Error {
  readonly code = 'DELIVERY';

  constructor(cause: unknown) {
    super('The replies of a turn could not be delivered.', { cause });
    this.name = 'DeliveryError';
  }
}
