// Sends files compressed to whoever takes that, as every web host does: a page that loads fast is to be measured as it will be.
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

/** What is compressed already, or is not worth it. */
const AS_IT_IS = /^image\/png|^application\/octet-stream/;

/** Bodies by the name that they are kept under, compressed. */
const kept = new Map();

/**
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 * @param {Record<string, string>} headers `content-type` among them
 * @param {string | Buffer} body
 * @param {string} [version] names this body for good: it is compressed only once
 */
export async function sendCompressed(request, response, headers, body, version) {
  const isAsked = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  if (!isAsked || AS_IT_IS.test(headers['content-type'])) return response.writeHead(200, headers).end(body);
  const small = await compressed(body, version);
  response.writeHead(200, { ...headers, 'content-encoding': 'gzip', vary: 'accept-encoding' }).end(small);
}

function compressed(body, version) {
  if (version === undefined) return promisify(gzip)(body);
  if (!kept.has(version)) kept.set(version, promisify(gzip)(body));
  return kept.get(version);
}
