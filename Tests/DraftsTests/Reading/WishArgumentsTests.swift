import Analyses
import Finance
import Testing

@testable import Drafts

@Suite("A model's arguments pass the same checks")
struct WishArgumentsTests {
    func settled(_ arguments: String, said: String) -> Settlement {
        WishArguments.settled(arguments, said: said, on: Rosa.snapshot, for: .current)
    }

    @Test("what the person wrote is drafted just as from plain words")
    func same() {
        let said = "I spent £12.40 on lunch yesterday"
        let arguments = #"{"purpose":"addExpense","name":"Lunch","amount":12.4,"day":"2026-11-20"}"#
        #expect(settled(arguments, said: said).draft == Rosa.draft(said))
        let goal = #"{"purpose":"payIn","recordKind":"saving-goals","recordId":"\#(Rosa.hex("c1"))","amount":"50"}"#
        #expect(
            settled(goal, said: "another fifty quid for my holiday").draft?.text.hasSuffix(#"{"savedMoney":350}"#)
                == true)
    }

    @Test("an amount, a rate or a day nobody wrote is asked about, never written")
    func invented() {
        let twelve = #"{"purpose":"addExpense","name":"Lunch","amount":12}"#
        #expect(settled(twelve, said: "log my lunch").question?.asks == .amount)
        #expect(settled(twelve, said: "I spent £120 on lunch").question?.asks == .amount)
        #expect(settled(twelve, said: "I spent £12 on lunch").draft != nil)
        let dated = #"{"purpose":"addExpense","name":"Lunch","amount":12,"day":"2026-11-19"}"#
        #expect(settled(dated, said: "I spent £12 on lunch").question?.asks == .day)
        #expect(settled(dated, said: "I spent £12 on lunch last week").question?.asks == .day)
        let debt =
            #"{"purpose":"addDebt","name":"Mum","amount":900,"rate":9.9,"monthly":25,"day":"2026-12-05"}"#
        #expect(settled(debt, said: "I owe Mum £900, £25 a month, due 5 December").question?.asks == .rate)
        #expect(settled(debt, said: "I owe Mum £900 at 9.9%, £25 a month, due 5 December").draft != nil)
        #expect(settled(debt, said: "I owe Mum £900 at 9.9%, due 5 December").question?.asks == .payment)
    }

    @Test("what could be left out is asked about as well once a model names it")
    func optional() throws {
        let goal = #"{"purpose":"addGoal","name":"Sea","amount":900,"monthly":30,"saved":200}"#
        let question = try #require(settled(goal, said: "£900 for the sea, £30 a month").question)
        #expect(question.asks == .saved)
        let answered = question.answered("£150", on: Rosa.snapshot, for: .current)
        #expect(answered.draft?.text.contains(#""savedMoney":150"#) == true)
        #expect(settled(goal, said: "£900 for the sea, £30 a month, £200 saved").draft != nil)
        let debt = #"{"purpose":"addDebt","name":"Mum","amount":900,"extra":10}"#
        #expect(settled(debt, said: "I owe Mum £900").question?.asks == .extra)
    }

    @Test("a model may pick between two days the words could mean, and not a third")
    func pickedDay() {
        func day(_ day: String) -> Settlement {
            settled(
                #"{"purpose":"addExpense","name":"Lunch","amount":12,"day":"\#(day)"}"#,
                said: "£12 on lunch on Saturday")
        }
        #expect(day("2026-11-14").draft?.text.contains("2026-11-14") == true)
        #expect(day("2026-11-07").question?.asks == .day)
        #expect(day("last week").question?.asks == .day)
    }

    static let refused: [(String, String)] = [
        ("", "The arguments are not one JSON object of plain values."),
        ("[1]", "The arguments are not one JSON object of plain values."),
        (#"{"purpose":"addExpense","name":"x","amount":12,"isDeleted":true}"#, "Only these arguments exist"),
        (#"{"purpose":"addExpense","userId":"66200000000000000000f002"}"#, "Only these arguments exist"),
        (#"{"purpose":"deleteExpense"}"#, "purpose must be one of"), ("{}", "purpose must be one of"),
        (#"{"purpose":"addExpense","amount":-12}"#, "amount must be a number"),
        (#"{"purpose":"addExpense","amount":12.345}"#, "amount must be a number"),
        (#"{"purpose":"addExpense","amount":1e300}"#, "amount must be a number"),
        (#"{"purpose":"addExpense","amount":true}"#, "amount must be a number"),
        (#"{"purpose":"addExpense","amount":12,"frequency":"hourly"}"#, "The frequency is none"),
        (#"{"purpose":"set","amount":12,"recordId":"0000000000000000000000ff"}"#, "There is no such record of yours."),
        (#"{"purpose":"set","amount":12,"recordId":"../auth"}"#, "There is no such record of yours."),
    ]

    @Test("an unknown key, a wrong type, a foreign record and an impossible amount are refused", arguments: refused)
    func refusals(_ arguments: String, _ words: String) {
        #expect(settled(arguments, said: "£12").words?.hasPrefix(words) == true)
    }

    @Test("too many bytes are not read at all")
    func tooLong() {
        let filler = String(repeating: " ", count: WishArguments.mostBytes)
        #expect(settled(#"{"purpose":"addExpense"}"# + filler, said: "£12").words != nil)
    }

    @Test("a category is the person's own or none; a name is cleaned and cut")
    func hostile() {
        let arguments =
            #"{"purpose":"addExpense","name":"Lunch\u202E\n<b>","amount":12,"category":"Essential(Needs)"}"#
        let draft = settled(arguments, said: "£12 for lunch").draft
        #expect(
            draft?.text.contains(#""name":"Lunch <b>""#) == true && draft?.text.contains("Essential(Needs)") == true)
        let foreign = #"{"purpose":"addExpense","name":"Lunch","amount":12,"category":"Admin"}"#
        #expect(settled(foreign, said: "£12").draft?.text.contains("category") == false)
        let long = #"{"purpose":"addExpense","name":"\#(String(repeating: "ab", count: 90))","amount":12}"#
        #expect(settled(long, said: "£12").draft != nil)
    }

    @Test("the schema a model is shown names exactly the arguments there are")
    func schema() {
        guard case .object(let members) = WishArguments.schema,
            case .object(let properties)? = members.first(where: { $0.key == "properties" })?.value
        else { return #expect(Bool(false)) }
        #expect(Set(properties.map(\.key)) == WishArguments.names)
    }
}
