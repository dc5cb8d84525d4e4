// HS256 bearer tokens of the main backend.
const crypto = require('node:crypto');

function claims(token) {
  const [head, body, signature] = (token ?? '').split('.');
  const expected = crypto.createHmac('sha256', process.env.JWT_SECRET).update(`${head}.${body}`).digest();
  const given = Buffer.from(signature ?? '', 'base64url');
  if (given.length !== expected.length || !crypto.timingSafeEqual(given, expected)) throw new Error('Invalid token');
  if (JSON.parse(Buffer.from(head, 'base64url')).alg !== 'HS256') throw new Error('Invalid token');
  const told = JSON.parse(Buffer.from(body, 'base64url'));
  if (told.exp * 1000 < Date.now()) throw new Error('Token has expired');
  return told;
}

module.exports = { claims };
