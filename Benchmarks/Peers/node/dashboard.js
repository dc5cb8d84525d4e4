// The administrators' view of one person, as the old service shapes it.
const { complete } = require('./model');
const records = require('./records');

const usual = ['Food', 'Transport', 'Shopping', 'Utility Bills', 'Others'];
const sum = (rows, field) => rows.reduce((total, row) => total + (row[field] ?? 0), 0);

function heatmap(spent, total) {
  const levels = Object.entries(spent).map(([category, amount]) => {
    const share = total ? amount / total : 0;
    return { category, spendingLevel: share >= 0.25 ? 'High' : share <= 0.05 ? 'Low' : 'Moderate' };
  });
  return [...levels, ...usual.filter((name) => !(name in spent)).map((category) => ({ category, spendingLevel: 'Low' }))];
}

function debtStatus(summary) {
  const payments = sum(summary.debts, 'monthlyPayment');
  const income = sum(summary.incomes, 'amount');
  const status = !payments ? 'Low Risk' : income && payments / income > 0.4 ? 'High Risk' : 'Medium Risk';
  return { missedInstallments: 0, nextDueDate: 'N/A', status };
}

async function dashboard(user) {
  const [summary, reports, alerts] = await records.dashboardParts(user);
  const spent = {};
  for (const { budgetCategory, amount } of summary.expenses) spent[budgetCategory] = (spent[budgetCategory] ?? 0) + amount;
  const total = Object.values(spent).reduce((a, b) => a + b, 0);
  const words = `Compare this person with typical UK peers, as JSON with one key, comparison:\n${JSON.stringify(summary)}`;
  const peers = await complete({ response_format: { type: 'json_object' }, messages: [{ role: 'user', content: words }] });
  return {
    totalMonthlySpending: total,
    topOverspendingCategories: Object.keys(spent).sort((a, b) => spent[b] - spent[a]).slice(0, 3),
    spendingGrowthFromLastMonth: '0%', spendingHeatmap: heatmap(spent, total),
    currentAlerts: alerts.map(({ userId, userEmail, alertMessage, category, createdAt }) => (
      { userId: String(userId), userEmail, alertMessage, category, createdAt })),
    aiTips: reports.flatMap((report) => report.reportData.insights),
    debtStatuses: debtStatus(summary), peerComparison: JSON.parse(peers) };
}

module.exports = { dashboard };
