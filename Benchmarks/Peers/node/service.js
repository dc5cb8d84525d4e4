// The old service's chat and dashboard in Node, on ws and the mongodb driver: records read once when a socket opens,
// answers whole. Written for comparison from the contract alone. One process.
const http = require('node:http');
const { WebSocketServer } = require('ws');
const { dashboard } = require('./dashboard');
const { complete } = require('./model');
const records = require('./records');
const { claims } = require('./tokens');

const rules = `You are Reho, a friendly finance assistant for people in the United Kingdom. Answer in plain British English
without Markdown. Use pounds. Call what interest costs a Capital Loss. Add that this is guidance, not regulated advice,
where a decision is significant. Never promise an outcome, never ask for account numbers or addresses. Explain 50/30/20,
the avalanche and the snowball where they help, and speak to the person by name.`;

const tell = (socket, frame) => socket.send(JSON.stringify(frame));

function asked(text) {
  try {
    return JSON.parse(text).message.trim();
  } catch {
    return text.trim();
  }
}

async function answer(socket, user, conversation, prompt, question) {
  await records.saveMessage(user, conversation, 'user', question);
  const history = await records.newestMessages(user, conversation, 15);
  const text = await complete({ temperature: 0.7, messages: [{ role: 'system', content: prompt }, ...history] });
  tell(socket, { type: 'full_response', data: text });
  tell(socket, { type: 'status', data: 'done' });
  await records.saveMessage(user, conversation, 'assistant', text);
}

async function greet(socket, user, conversation, summary) {
  const history = await records.newestMessages(user, conversation, 20);
  if (history.length) return tell(socket, { type: 'initial_history', data: history });
  const welcome = `Hello ${summary.name}, I am Reho. You are new here: ask me for an analysis, or for saving tips.`;
  await records.saveMessage(user, conversation, 'assistant', welcome);
  return tell(socket, { type: 'full_response', data: welcome });
}

async function chat(socket, address) {
  const query = new URL(address, 'http://localhost').searchParams;
  let user;
  try {
    const told = claims(query.get('token'));
    user = told.user_id || told.id;
  } catch (error) {
    tell(socket, { error: `Authentication failed: ${error.message}` });
    return socket.close(1008);
  }
  const conversation = query.get('conversation_id') ?? `default_${user}`;
  const summary = await records.buildSummary(user);
  await greet(socket, user, conversation, summary);
  const prompt = `${rules}\n\nWhat ${summary.name} has entered in the app:\n${JSON.stringify(summary)}`;
  let turn = Promise.resolve();
  socket.on('message', (data) => {
    const question = asked(data.toString());
    if (question) turn = turn.then(() => answer(socket, user, conversation, prompt, question));
  });
}

async function serveDashboard(request, response) {
  const user = request.url.match(/^\/admin\/user-dashboard\/([0-9a-f]{24})$/)?.[1];
  const role = claims(request.headers.authorization?.slice('Bearer '.length)).role;
  const status = !user ? 404 : role !== 'ADMIN' ? 403 : 200;
  const body = JSON.stringify(status === 200 ? await dashboard(user) : { detail: 'Not Found' });
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }).end(body);
}

records.open().then(() => {
  const server = http.createServer((request, response) => {
    serveDashboard(request, response).catch((error) => response.writeHead(500).end(error.message));
  });
  new WebSocketServer({ server, path: '/chat/ws' }).on('connection', (socket, request) => chat(socket, request.url));
  server.listen(Number(process.env.PORT), '127.0.0.1');
});
