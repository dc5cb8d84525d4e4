/// The words each intent is known by. A phrase is consecutive words as `CoachQuestion` makes them; its weight says how
/// surely it names the intent: 2 a hint, 3 a keyword, 5 and more an unmistakable turn of phrase.
enum CoachPhrases {
    struct Phrase {
        let words: [String]
        let weight: Int
        /// Words that make something else of it when they stand behind it.
        var notBefore: Set<String> = []
    }

    /// In the order that breaks ties.
    static let topics: [(CoachIntent, [Phrase])] = [
        (.afford, afford), (.plan, plan), (.rule, rule), (.recurring, recurring), (.forecast, forecast), (.week, week),
        (.debts, debts), (.household, household), (.budgets, budgets), (.goals, goals),
        (.upcoming, upcoming), (.recent, recent), (.left, left), (.income, income), (.spending, spending),
        (.overview, overview),
    ]

    private static let afford =
        weighted(8, "afford", "affordable") + weighted(5, "want to buy", "thinking of buying", "splash out")
        + weighted(6, "can i buy", "could i buy", "should i buy", "enough for", "enough to buy", "treat myself")
        + weighted(6, "ok to buy", "ok to spend", "okay to spend", "okay to buy", "have room for")
    private static let plan =
        weighted(9, "avalanche", "snowball", "debt plan", "debt free", "pay off first", "clear first", "payoff")
        + weighted(9, "pay off my debts", "clear my debts", "get out of debt", "out of debt", "overpay")
    private static let rule = weighted(9, "50/30/20", "needs and wants", "needs wants and savings", "budget rule")
    private static let recurring =
        weighted(8, "subscriptions", "subscription", "recurring", "direct debits", "standing orders", "price rise")
        + weighted(8, "price rises", "gone up", "went up", "duplicates", "paid twice", "charged twice")
    private static let forecast =
        weighted(9, "forecast", "predict", "prediction", "left to spend", "likely to spend", "expect to spend")
        + weighted(9, "will i spend", "end of the month look", "look ahead", "how will")
    private static let week =
        weighted(9, "my week", "weekly", "weekly summary", "spend this week", "spent this week", "spend last week")
        + weighted(9, "spent last week", "how was last week", "how is this week")
    private static let debts =
        weighted(4, "debt", "debts", "dept", "depts", "owe", "owed", "owing", "arrears")
        + weighted(
            3, "loan", "loans", "credit card", "credit cards", "overdraft", "borrowed", "repayment", "repayments")
        + weighted(3, "pay off", "paying off", "interest", "apr", "avalanche", "snowball", "capital loss", "lender")
    private static let household =
        weighted(5, "household", "partner", "partners", "husband", "wife", "joint", "shared")
        + weighted(3, "our budgets", "we share", "together", "girlfriend", "boyfriend", "spouse")
    private static let budgets =
        weighted(5, "budget", "budgets", "budgeted", "budgeting", "overspent", "overspending")
        + weighted(4, "50/30/20", "over budget", "on budget", "needs and wants", "allowance", "allocated")
    private static let goals =
        weighted(4, "goal", "goals") + weighted(2, "save", "on track")
        + weighted(
            3, "saving for", "save for", "saved", "savings", "saving", "put aside", "put by", "target", "nest egg")
    private static let upcoming =
        weighted(5, "upcoming", "coming up", "still to pay", "have to pay", "due soon", "bills left", "bills due")
        + weighted(
            4, "next payment", "next bill", "next bills", "due next", "due this week", "next week", "coming week")
        + weighted(4, "rest of the month", "to pay this month", "what is due", "whats due", "next 30 days")
        + weighted(2, "due", "scheduled", "soon")
    private static let recent =
        weighted(5, "trend", "trends", "compare", "compared", "comparison", "over time", "average")
        + weighted(5, "than last month", "than usual", "month on month", "month by month", "last 6 months", "6 months")
        + weighted(
            4, "last few months", "past few months", "last six months", "past months", "recent months", "history")
        + weighted(4, "six months", "three months", "last three months", "previous months", "changed", "each month")
    private static let left =
        weighted(4, "left", "left over", "leftover", "remaining", "remains", "disposable", "skint", "spare", "surplus")
        + weighted(4, "deficit", "in the red", "free money", "spending money", "can i still spend")
        + weighted(5, "how much over", "over am i", "how short", "am i short")
        + weighted(6, "bank account", "in my account", "in the bank")
        + weighted(6, "how much can i spend", "bank balance", "my balance", "money do i have", "have i got left")
    private static let income =
        weighted(4, "income", "salary", "wage", "wages", "earn", "earned", "earnings")
        + [Phrase(words: ["payday"], weight: 4, notBefore: ["loan", "loans", "lender", "lenders", "advance"])]
        + weighted(5, "get paid", "got paid", "been paid", "being paid", "bring in")
        + weighted(5, "coming in", "come in", "comes in", "came in") + weighted(3, "paycheck", "pension", "take home")
    private static let spending =
        weighted(3, "spend", "spent", "spending", "expense", "expenses", "expences", "outgoings", "costs", "cost me")
        + weighted(
            4, "money go", "money going", "money gone", "money went", "biggest", "largest", "most on", "category")
        + weighted(5, "share of")
        + weighted(3, "pay for", "paid for", "paying for", "categories", "subscriptions", "bills")
    private static let overview =
        weighted(6, "how am i doing", "how are my finances", "how is my money", "hows my money", "health check")
        + weighted(
            4, "my money", "this month look", "where do i stand", "snapshot", "review", "my situation", "my month")
        + weighted(3, "overview", "summary", "summarise", "summarize", "finances", "big picture")

    /// Less is coming in than before.
    static let setback = [
        "redundant", "redundancy", "laid off", "lost my job", "lost my work", "been sacked", "got sacked", "got fired",
        "been let go", "no longer have a job", "sanctioned", "hours cut", "hours got cut", "out of work",
    ]

    static let help = [
        "help", "what can you do", "what can i ask", "who are you", "what are you", "how do you work",
        "what do you know",
        "how does this work", "commands", "are you a bot", "are you real",
    ]
    static let thanks = [
        "thanks", "thank you", "thank", "cheers", "ta", "thx", "great", "brilliant", "perfect", "lovely", "bye",
        "goodbye", "good night",
    ]
    static let greeting = [
        "hi", "hello", "hey", "hiya", "good morning", "good afternoon", "good evening", "morning", "evening", "howdy",
        "yo", "greetings", "how are you", "alright",
    ]

    /// Phrases that mean trouble wherever they stand.
    static let distress = [
        "bailiff", "bailiffs", "eviction", "evicted", "evict me", "repossession", "repossessed", "repossess",
        "bankrupt", "bankruptcy", "insolvent", "insolvency", "debt collector", "debt collectors", "debt collection",
        "loan shark", "loan sharks", "food bank", "county court", "court letter", "court summons", "final demand",
        "enforcement agent", "cant pay", "cannot pay", "can not pay", "unable to pay", "cant cope", "cannot cope",
        "cant keep up", "cannot keep up", "drowning in", "struggling to pay", "struggling with debt", "in too deep",
        "behind on my", "behind with my", "missed payment", "missed payments", "missed a payment", "default notice",
        "cut off my", "suicide", "suicidal", "kill myself", "end it all", "no way out", "desperate", "hopeless",
        "no money for food", "no food", "money for food", "scared to open",
        "foodbank", "in arrears", "section 21", "killing myself", "topping myself", "want to kms", "end my life",
    ]

    /// "I can't afford the rent" is trouble; "can I afford a bike" is a question.
    static func isShortOfNeeds(_ question: CoachQuestion) -> Bool {
        let refusals = ["cant afford", "cannot afford", "can not afford", "couldnt afford", "unable to afford"]
        let needs = [
            "rent", "mortgage", "food", "eat", "heating", "electric", "electricity", "gas", "energy", "bills",
            "council",
            "live", "groceries", "debt", "debts", "repayments", "payments", "minimum", "nappies", "medicine",
            "medication", "meds", "prescription", "prescriptions", "insulin",
        ]
        return refusals.contains(where: question.says) && needs.contains { question.mentions([$0]) }
    }

    private static func weighted(_ weight: Int, _ texts: String...) -> [Phrase] {
        texts.map { Phrase(words: $0.split(separator: " ").map(String.init), weight: weight) }
    }
}
