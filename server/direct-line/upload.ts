import type { IncomingMessage } from 'node:http';
import type { Attachment } from 'botbuilder';
import { ApiError } from '../api-error.ts';
import { parsed, readBody } from '../request-body.ts';
import { incomingActivity, type IncomingActivity } from './incoming-activity.ts';

/** A screenshot of two large screens fits. */
export const MAX_UPLOAD_BYTES = 3 * 1024 * 1024;

const MAX_FILES = 4;
const ALLOWED_TYPES = ['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'text/plain'];

/**
 * A message with files, as multipart/form-data: the part `activity` holds the message, each part `file` a file.
 * The files come back as data URLs. Throws an ApiError for what is too large, of another type, or no form.
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
  const incoming = parsed(incomingActivity, text === null ? { type: 'message' } : jsonOf(text));
  const files = form.getAll('file').filter((part) => part instanceof File);
  if (files.length === 0 || files.length > MAX_FILES) throw new ApiError(400, 'InvalidRequest', `Send 1 to ${MAX_FILES} files.`);
  return { incoming, attachments: await Promise.all(files.map(attachmentOf)) };
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

async function attachmentOf(file: File): Promise<Attachment> {
  const type = file.type.split(';')[0]?.trim().toLowerCase() ?? '';
  if (!ALLOWED_TYPES.includes(type)) {
    throw new ApiError(415, 'UnsupportedMediaType', `Files may be of these types: ${ALLOWED_TYPES.join(', ')}.`);
  }
  const content = Buffer.from(await file.arrayBuffer()).toString('base64');
  return { contentType: type, name: file.name.slice(0, 300), contentUrl: `data:${type};base64,${content}` };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiError(400, 'InvalidJson', 'The part "activity" is not JSON.');
  }
}
