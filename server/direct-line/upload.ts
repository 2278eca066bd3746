import type { IncomingMessage } from 'node:http';
import type { Attachment } from '../../channel/protocol.ts';
import { ApiError } from '../api-error.ts';
import { LIMITS } from '../limits.ts';
import { jsonOf, parsed, readBody } from '../request-body.ts';
import { incomingActivity, type IncomingActivity } from './incoming-activity.ts';

const ALLOWED_TYPES = ['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'text/plain'];

/**
 * A message with files: a form whose part `activity` holds the message and each part `file` a file, or one file as the
 * body. Of a file its name and type are kept, and not its content, which nothing here reads. Throws an ApiError for what
 * is too large, of another type, or no form.
 */
export async function readUpload(
  request: IncomingMessage,
  limit: number,
): Promise<{ incoming: IncomingActivity; attachments: Attachment[] }> {
  const contentType = request.headers['content-type'] ?? '';
  const body = await readBody(request, limit);
  if (!/^multipart\/form-data\b/i.test(contentType)) {
    return { incoming: { type: 'message' }, attachments: [attachmentOf(contentType, nameIn(request.headers['content-disposition']))] };
  }
  const form = await formOf(body, contentType);
  const activityPart = form.get('activity');
  const text = activityPart instanceof Blob ? await activityPart.text() : activityPart;
  const incoming = parsed(incomingActivity, text === null ? { type: 'message' } : jsonOf(text, 'The part "activity"'));
  const files = form.getAll('file').filter((part) => part instanceof File);
  if (incoming.type !== 'message') throw new ApiError(400, 'InvalidRequest', 'Files come with an activity of the type "message".');
  if (files.length === 0 || files.length > LIMITS.upload.files) throw new ApiError(400, 'InvalidRequest', `Send 1 to ${LIMITS.upload.files} files.`);
  return { incoming, attachments: files.map((file) => attachmentOf(file.type, file.name)) };
}

async function formOf(body: Buffer, contentType: string): Promise<FormData> {
  try {
    // The platform's own parser of forms.
    return await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData();
  } catch {
    throw new ApiError(400, 'InvalidRequest', 'This is not a whole multipart form.');
  }
}

/** The file's name in `Content-Disposition: name="file"; filename="screen.png"`. */
function nameIn(disposition = ''): string {
  const [, quoted, bare] = /\bfilename=(?:"([^"]*)"|([^;\s]+))/i.exec(disposition) ?? [];
  return quoted ?? bare ?? 'file';
}

function attachmentOf(contentType: string, name: string): Attachment {
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  if (!ALLOWED_TYPES.includes(type)) {
    throw new ApiError(415, 'UnsupportedMediaType', `Files may be of these types: ${ALLOWED_TYPES.join(', ')}.`);
  }
  return { contentType: type, name: name.slice(0, 300) };
}
