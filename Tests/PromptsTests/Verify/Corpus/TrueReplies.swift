/// True answers written by hand, in the many ways a model or the coach may put them: whole paragraphs, lists, tables,
/// headings, rounding with a hedge, and sentences without any number of the person's.
enum TrueReplies {
    static let all: [(person: String, text: String)] =
        maya.map { ("maya", $0) } + dana.map { ("dana", $0) } + omar.map { ("omar", $0) } + ada.map { ("ada", $0) }
        + noah.map { ("noah", $0) } + plain.map { ("maya", $0) }

    private static let maya = [
        "In April 2026 you have £2,267.51 left: £3,650.50 came in and £1,382.99 went out.",
        "Good news: about £2,270 of your income is left this month.",
        "You spent £1,382.99 in April 2026, up 18.9% from £1,162.99 in March 2026.",
        "Your spending went from £1,162.99 in March to £1,382.99 in April, a rise of 18.9%.",
        "Last month you spent £1,162.99; this month it is £1,382.99.",
        "Here is April 2026 at a glance:\n- Income: £3,650.50\n- Expenses: £1,382.99\n- Left over: £2,267.51\n",
        "Month by month:\n- March 2026: £3,200.00 in, £1,162.99 out, £2,037.01 left over\n- April 2026: £3,650.50 in\n",
        "| | March 2026 | April 2026 |\n|---|---|---|\n| Expenses | £1,162.99 | £1,382.99 |\n",
        "| Debt | Balance | Payment | Rate |\n|---|---|---|---|\n| Credit card | £2,400.00 | £150.00 | 19.9% |\n",
        "You owe £10,600.00 on 2 debts and pay £390.00 a month. That is 10.68% of your income in April 2026.",
        "- “Car loan”: £8,200.00 owed, £240.00 a month, about 5.12% a year (estimated), next due 14 May 2026",
        "Rent (£1,150.00), Car repair (£220.00) and Netflix (£12.99) make up April.",
        "£1,150.00 went on Rent, £220.00 on Car repair and £12.99 on Netflix.",
        "Rent is by far your biggest cost at £1,150.00, which is 83.15% of the £1,382.99 you spent in April 2026.",
        "Most of it, roughly 83%, was rent.",
        "Over £1,100 went on Rent in April 2026.", "Nearly £1,400 went out this month.",
        "Your Credit card charges 19.9% a year, against an estimated 5.12% on the Car loan.",
        "The Credit card costs £150.00 a month and the Car loan £240.00.",
        "Interest costs you £75.00 every month. That is money lost.",
        "You have saved £600.00 of £2,400.00 (25%) for “Lisbon holiday”, so a quarter of the way there.",
        "“Lisbon holiday” needs £200.00 a month until 5 January 2027, spread over 9 months.",
        "Your goals: £1,500.00 saved towards £3,300.00, or about 45% of it.",
        "**Lisbon holiday**: £600.00 saved\n**New laptop**: £900.00 saved, reached",
        "Your next debt payment is due on 5 May 2026, for the Credit card.",
        "The Car loan follows on 14 May.", "Next payments: 05/05/2026 and 14/05/2026.",
        "The due date is 2026-05-05.", "You budgeted £1,850.00 this month, £1,370.00 of it for Essential(Needs).",
        "You used 100% of the budget for “Essential(Needs)”.",
        "Your partner's household budget “Groceries” is £400.00.",
        "You pay a hundred and fifty pounds a month on the Credit card.",
        "I can see £12.99 of expenses without a category in April 2026.",
        "Left over last month: £2,037.01.", "In March, £2,037.01 was left over.",
        "With £2,267.51 left after everything in April 2026, your open goal of £200.00 a month fits in.",
        "As of 20 April 2026 you owe £10,600.00.",
    ]
    private static let dana = [
        "In April 2026 more goes out than comes in: you are £385.40 short.",
        "You are short by £385.40 this month.", "Left over in April 2026: -£385.40.",
        "There is a gap of £385.40 between income and spending.", "You overspent by about £385 in April.",
        "Rent takes £1,300.00 of the £1,985.40 you spent, or 65.48%.",
        "Your income was £1,600.00, your expenses £1,985.40, so there is a shortfall of £385.40.",
        "Your Overdraft stands at £900.00 and is next due on 25 April 2026.",
        "Spending rose by 52.7% compared with March 2026, when it was £1,300.00.",
        "Your Overdraft costs £50.00 a month, £30.00 of it interest.",
        "Groceries came to £410.40 and the Train pass to £275.00.", "More than half of your spending is Rent.",
    ]
    private static let omar = [
        "You owe £31,450.00 on 5 debts: the largest is “Car” with £18,400.00.",
        "Debt payments of £711.00 a month are 28.44% of your income in April 2026.",
        "Card A: £3,200.00 at 24.9% APR, £96.00 a month.",
        "The Payday loan has an estimated rate of 110% a year on a balance of £1,200.00.",
        "Interest takes £315.00 a month of the £711.00 you pay.", "Your income was £2.5k in April 2026.",
        "What is left in April 2026 is £1,700.00.", "Next due dates: Payday loan 22 April 2026, Card A 30 April 2026.",
    ]
    private static let ada = [
        "“Bike”: £350.00 of £700.00 (50%), £43.75 a month needed until 1 December 2026.",
        "You are half of the way to your Bike.", "The “Camera” date, 1 November 2025, has passed.",
        "£2,000.05 is left in April 2026, just under £2,001.", "Your Sofa costs £50.00 a month at 10% a year.",
    ]
    private static let noah = [
        "There is nothing recorded for April 2026, so I cannot say.",
        "There are no records for the last 6 months, so there is nothing to compare.",
    ]
    private static let plain = [
        "I cannot see your bank balance, only what is recorded in the app.", "Would you like to see your debts?",
        "1. Look at your subscriptions.\n2. Check your budgets.\n", "A year is a long time; take it a month at a time.",
        "The 50/30/20 rule splits income into needs, wants and savings.", "You may want to check this in May.",
        "Three of your records have no category.", "Call your bank between 9:30 and 17:00.",
        "This is general guidance, not financial advice.",
    ]
}
