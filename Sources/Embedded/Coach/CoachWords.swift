/// What the coach says the same way every time.
enum CoachWords {
    /// Stands under everything that may lead to a decision of weight.
    static let disclaimer =
        "This is general guidance from your own records, not financial advice; for a big decision a qualified adviser "
        + "can help."

    static let advice = "A debt adviser from a charity can look at it with you, free of charge."

    static let noPromise =
        "I cannot promise a date: it depends on what is paid and on what your lenders charge. What your records show is "
        + "this."

    static let noDebts =
        "No debts are recorded, so there is nothing to work out. If you owe something, add it in the app and ask me again."

    static let noExpenses =
        "No expenses are recorded, so there is nothing to look through. Add them in the app and ask me again."

    static let noBudgets =
        "There is no income with budgets to work with yet. Add your income and budgets in the app and ask me again."

    static let setback =
        "I'm sorry to hear that. A free adviser, such as a charity's, can check what support you may be entitled to. When "
        + "less is coming in, I can show you what is still to pay: ask me \"What's coming up?\" or \"What's left this "
        + "month?\""

    static let noBalance = "I cannot see your bank balance, only what is recorded in the app."

    /// Behind the reviewed words about trouble.
    static let afterCare = """
        Whenever you are ready, ask me what is left this month, what you owe, or what is still to pay, and I will show \
        you your figures.
        """

    /// No telephone numbers and no links: those come from reviewed settings, never from here.
    static let signpost = """
        I'm sorry things are this hard right now. Many people go through this, and you do not have to sort it out alone.
        - Free, confidential and impartial debt advice from a charity is available everywhere in the United Kingdom. \
        Talking to an adviser early keeps more options open, and it costs nothing.
        - An adviser can explain which bills carry the most serious consequences, and whether you can get breathing \
        space from the people you owe.
        - Most lenders, landlords, councils and energy suppliers have a team for customers who are struggling. They can \
        only help once they know.
        - If it all feels too much, please speak to someone you trust or to your GP. If you are in danger, contact the \
        emergency services now.
        I can show you your own figures whenever you are ready: just ask what is left this month, or what you owe. This \
        is general information, not financial advice.
        """

    static let help = """
        I answer from your own records, to the penny. You can ask me, for example:
        - What is left this month?
        - Where does my money go? How much did I spend on groceries last month?
        - What do I owe, and when is the next payment due?
        - How are my saving goals going? Am I within my budgets?
        - Can I afford £200?
        - What is coming up in the next few weeks? How do the last months compare?
        """

    static let notUnderstood = """
        I'm not sure what you mean. I can tell you what is left this month, where your money goes, what you owe, how your \
        saving goals and budgets are going, what is coming up, or whether you can afford something. For example: "What is \
        left this month?"
        """
}
