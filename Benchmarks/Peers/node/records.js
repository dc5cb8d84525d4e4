// What the service reads and writes: MongoDB through its driver, a summary kept in Redis for five minutes.
const { MongoClient, ObjectId } = require('mongodb');
const { createClient } = require('redis');

const client = new MongoClient(process.env.DATABASE_URL, { useUnifiedTopology: true });
const cache = createClient({ url: process.env.REDIS_URL });
let database;

async function open() {
  await client.connect();
  await cache.connect();
  database = client.db(process.env.MONGO_DB_NAME);
}

// Live records. What is deleted is left out here: the test server finds by index only where nothing else is asked.
async function records(collection, user, limit) {
  const rows = await database.collection(collection).find({ userId: new ObjectId(user) }).toArray();
  return rows.filter((row) => !row.isDeleted).slice(0, limit);
}

async function buildSummary(user) {
  const [person, incomes, expenses, budgets, debts, goals, subscription] = await Promise.all([
    database.collection('users').findOne({ _id: new ObjectId(user) }, { projection: { password: 0, authentication: 0 } }),
    records('incomes', user), records('expenses', user), records('budgets', user), records('debts', user, 3),
    records('savinggoals', user), database.collection('subscriptions').findOne({ userId: new ObjectId(user) })]);
  const categories = new Map(budgets.map((row) => [String(row._id), row.category ?? 'Others']));
  const summary = {
    name: person?.name ?? 'there',
    incomes: incomes.map(({ name, amount, frequency }) => ({ name, amount, frequency })),
    expenses: expenses.map(({ name, amount, frequency, budgetId }) => (
      { name, amount, frequency, budgetCategory: categories.get(String(budgetId)) ?? 'Others' })),
    budgets: budgets.map(({ name, amount, category }) => ({ name, amount, category })),
    debts: debts.map(({ name, amount, monthlyPayment, userInterestRate, completionRatio }) => (
      { name, amount, monthlyPayment, interestRate: userInterestRate ?? null, completionRatio: completionRatio ?? 0 })),
    saving_goals: goals.map(({ name, totalAmount, monthlyTarget, savedMoney, completionRation }) => (
      { name, totalAmount, monthlyTarget, savedAmount: savedMoney ?? 0, completionRatio: completionRation ?? 0 })),
    subscription_status: subscription?.status ?? 'inactive',
  };
  await cache.setEx(`user_summary:${user}:all_time`, 300, JSON.stringify(summary));
  return summary;
}

async function keptSummary(user) {
  const kept = await cache.get(`user_summary:${user}:all_time`);
  return kept ? JSON.parse(kept) : buildSummary(user);
}

function saveMessage(user, conversation, role, message) {
  return database.collection('chat_history').insertOne(
    { userId: new ObjectId(user), conversation_id: conversation, role, message, timestamp: new Date() });
}

async function newestMessages(user, conversation, count) {
  const rows = await database.collection('chat_history')
    .find({ userId: new ObjectId(user), conversation_id: conversation }).sort({ timestamp: -1 }).limit(count).toArray();
  const roles = { bot: 'assistant', assistant: 'assistant', user: 'user', system: 'system' };
  return rows.reverse().filter((row) => roles[row.role]).map((row) => ({ role: roles[row.role], content: row.message }));
}

function dashboardParts(user) {
  const owner = { userId: new ObjectId(user) };
  return Promise.all([
    keptSummary(user), database.collection('optimization_reports').find(owner).toArray(),
    database.collection('admin_alerts').find(owner).sort({ createdAt: -1 }).limit(5).toArray()]);
}

module.exports = { open, buildSummary, saveMessage, newestMessages, dashboardParts };
