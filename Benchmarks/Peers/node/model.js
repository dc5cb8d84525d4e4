// Chat completions, whole, over the runtime's own HTTP client.
const http = require('node:http');

const agent = new http.Agent({ keepAlive: true });
const address = new URL(`${process.env.OPENAI_BASE_URL}/chat/completions`);

function complete(request) {
  const body = JSON.stringify({ model: 'gpt-4o', ...request });
  const headers = {
    'content-type': 'application/json', 'content-length': Buffer.byteLength(body),
    authorization: `Bearer ${process.env.OPENAI_API_KEY}` };
  return new Promise((resolve, reject) => {
    const call = http.request(address, { method: 'POST', agent, headers }, (answer) => {
      const pieces = [];
      answer.on('data', (piece) => pieces.push(piece));
      answer.on('end', () => resolve(JSON.parse(Buffer.concat(pieces)).choices[0].message.content));
    });
    call.on('error', reject);
    call.end(body);
  });
}

module.exports = { complete };
