import type { IncomingMessage } from 'node:http';
import type { Attachment } from 'botbuilder';
import { ApiError } from '../api-error.ts';
import { LIMITS } from '../limits.ts';
import { jsonOf, parsed, readBody } from '../request-body.ts';
import { incomingActivity, type IncomingActivity } from './incoming-activity.ts';

const ALLOWED_TYPES = ['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'text/plain'];

/**
 * A message with files, as multipart/form-data: the part `activity` holds the message, each part `file` a file.
 * Of a file its name and type are kept, and not its content, which nothing here reads. Throws an ApiError for what is too large, of another type, or no form.
 */
export async function readUpload(
  request: IncomingMessage,
  limit: number,
): Promise<{ incoming: IncomingActivity; attachments: Attachment[] }> {
  const contentType = request.headers['content-type'] ?? '';
  const body = await readBody(request, limit);
  const form = await formOf(body, contentType);
  const activityPart = form.get('activity');
  const text = activityPart instanceof Blob ? await activityPart.text() : activityPart;
  const incoming = parsed(incomingActivity, text === null ? { type: 'message' } : jsonOf(text, 'The part "activity"'));
  const files = form.getAll('file').filter((part) => part instanceof File);
  if (files.length === 0 || files.length > LIMITS.upload.files) throw new ApiError(400, 'InvalidRequest', `Send 1 to ${LIMITS.upload.files} files.`);
  return { incoming, attachments: files.map(attachmentOf) };
}

async function formOf(body: Buffer, contentType: string): Promise<FormData> {
  if (!/^multipart\/form-data\b/i.test(contentType)) {
    throw new ApiError(415, 'UnsupportedMediaType', 'Send files as multipart/form-data.');
  }
  try {
    // The platform's own parser of forms.
    return await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData();
  } catch {
    throw new ApiError(400, 'InvalidRequest', 'This is not a whole multipart form.');
  }
}

function attachmentOf(file: File): Attachment {
  const type = file.type.split(';')[0]?.trim().toLowerCase() ?? '';
  if (!ALLOWED_TYPES.includes(type)) {
    throw new ApiError(415, 'UnsupportedMediaType', `Files may be of these types: ${ALLOWED_TYPES.join(', ')}.`);
  }
  return { contentType: type, name: file.name.slice(0, 300) };
}
