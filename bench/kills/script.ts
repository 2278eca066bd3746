/** What people say; the whole service reads it, decides, stores and answers. */
export const SCRIPT = ['Error code: 0x904\nExtended error code: 0x7', 'only this one server, the others are fine', 'did not help', 'what is NLA?', 'nope, same thing', 'I do not know', 'start over'];
