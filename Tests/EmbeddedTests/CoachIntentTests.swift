import Testing

@testable import Embedded

@Suite("The coach understands everyday questions")
struct CoachIntentTests {
    private static let phrasings: [(String, CoachIntent)] = [
        ("What's left this month?", .left), ("whats left", .left), ("How much money do I have left?", .left),
        ("how much can I spend", .left), ("How much have I got left over until payday", .left), ("am I skint", .left),
        ("What is my disposable income?", .left), ("am i in the red this month", .left),
        ("What's my bank balance?", .left),
        ("how much is remaning", .left), ("do I have any spare cash", .left),
        ("Where does my money go?", .spending), ("How much did I spend on groceries?", .spending),
        ("what did i spent on rent last month", .spending), ("Show my expenses", .spending),
        ("what's my biggest expense", .spending), ("how much do I pay for Netflix?", .spending),
        ("spendng by category please", .spending), ("What are my outgoings", .spending),
        ("list my subscriptions", .recurring), ("where's all my money gone", .spending),
        ("How much do I earn?", .income), ("what is my salary", .income), ("when do I get paid?", .income),
        ("my incom this month", .income), ("how much comes in", .income), ("How much money is coming in?", .income),
        ("How much do I owe?", .debts), ("tell me about my debts", .debts), ("what is my dept", .debts),
        ("when is my credit card payment due", .debts), ("how much interest do I pay on my loan", .debts),
        ("How long until I pay off my overdraft?", .debts), ("avalanche or snowball?", .plan),
        ("How are my goals going?", .goals), ("my gaols", .goals), ("how much have I saved", .goals),
        ("am I on track with my holiday savings", .goals), ("how long until I reach my target?", .goals),
        ("Am I over budget?", .budgets), ("how's my buget looking", .budgets), ("show me my budgets", .budgets),
        ("explain 50/30/20", .rule), ("how was last week?", .week), ("what will I spend?", .forecast),
        ("did I overspend", .budgets), ("budget for eating out", .budgets),
        ("Can I afford £200?", .afford), ("can i aford a new phone for 350 quid", .afford),
        ("Could I buy a £1,200 sofa", .afford), ("is 80 affordable", .afford), ("should I buy a bike", .afford),
        ("can I spend £50 tonight", .afford), ("I want to buy a telly for £400", .afford),
        ("do I have enough for a £90 ticket", .afford), ("Can I afford £200 on food this month", .afford),
        ("What are our household budgets", .household), ("what does my partner budget", .household),
        ("show the shared budget", .household),
        ("What's coming up?", .upcoming), ("which bills are due next week", .upcoming),
        ("upcoming payments", .upcoming), ("what do I still have to pay this month", .upcoming),
        ("what bills left this month", .upcoming),
        ("How do the last few months compare?", .recent), ("spending trend", .recent),
        ("did I spend more than last month", .recent), ("what do I spend on average", .recent),
        ("how have my finances changed over time", .recent),
        ("How am I doing?", .overview), ("give me a summary", .overview), ("overview of my finances", .overview),
        ("summarise my month", .overview),
        ("help", .help), ("What can you do?", .help), ("who are you", .help),
        ("hi", .greeting), ("Hello there!", .greeting), ("good morning", .greeting),
        ("thanks", .thanks), ("Thank you so much", .thanks), ("cheers", .thanks),
        ("I can't pay my rent", .distress), ("bailiffs are coming", .distress), ("I can’t afford food", .distress),
        ("I am drowning in debt", .distress), ("cant afford my council tax", .distress),
        ("I've missed payments on my loan", .distress), ("I feel hopeless about money", .distress),
        ("got a county court letter", .distress), ("I cannot cope with my debts any more", .distress),
        ("been made redundant today", .setback), ("i lost my job", .setback), ("my hours got cut", .setback),
        ("lost my job, what's left this month", .left), ("I lost my jacket", .unknown),
        ("lend me £20", .beyond), ("what's my credit score", .beyond), ("my credit card", .debts),
        ("another payday loan to clear the payday loan", .debts), ("when is payday", .income),
        ("until payday with a payday loan", .income), ("how much over am i this month", .left),
        ("how much over budget am i", .budgets), ("whats in my bank account", .left),
        ("what share of my spending is rent", .spending), ("what budgets do me and Dan share", .household),
        ("cant afford my insulin", .distress), ("can I afford a prescription", .afford),
        ("we are using the foodbank", .distress), ("these debts are killing me", .debts),
        ("What's the weather like?", .unknown), ("asdf qwer", .unknown), ("", .unknown), ("???", .unknown),
        ("I am having trouble with my phone", .unknown), ("tell me a joke", .unknown),
    ]

    @Test("Each phrasing is taken for what it means", arguments: phrasings)
    func phrasing(_ text: String, _ intent: CoachIntent) {
        #expect(CoachIntent(CoachQuestion(text)) == intent)
    }

    @Test("The table covers every intent, and holds more than sixty phrasings")
    func coverage() {
        #expect(Set(Self.phrasings.map(\.1)) == Set(CoachIntent.allCases))
        #expect(Self.phrasings.count > 60)
    }

    @Test("A very long or hostile text is read in bounded time and means nothing")
    func hostile() {
        for text in [
            String(repeating: "a", count: 100_000), String(repeating: "left ", count: 50_000), "\u{0}\u{202E}💥",
        ] {
            let question = CoachQuestion(text)
            #expect(question.words.count <= CoachQuestion.wordLimit)
            _ = CoachIntent(question)
        }
    }
}
