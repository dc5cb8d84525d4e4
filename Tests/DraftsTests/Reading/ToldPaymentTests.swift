import Finance
import Testing

@testable import Drafts

@Suite("A payment or a receipt that is told")
struct ToldPaymentTests {
    @Test(
        "without an amount, only a verb of recording or a noun of income is a wish",
        arguments: [
            "got a ccj letter this morning", "my universal credit got sanctioned", "ive got no money",
            "my electric meter is on emergency and ive got no money", "struggling to put food on the table",
            "I get paid weekly", "spent all my wages on the fruit machines", "I owe everyone money",
            "my landlord is now threatening eviction", "budget for eating out", "help me save money in December",
            "I want to pay off my credit card", "my wages got cut by £200", "my benefits got reviewed",
            "I'm saving for a house", "received a letter from the council", "remind me what I paid for",
            "my salary was late", "got a payday loan", "things cost more now", "put it in the bin",
        ])
    func nothing(_ message: String) {
        #expect(Wish(words: message, on: Rosa.snapshot) == nil)
    }

    @Test(
        "near misses of those are asked about",
        arguments: [
            ("paid my council tax this morning", DraftFault.Part.amount), ("my universal credit came today", .amount),
            ("I bought some shoes yesterday", .amount), ("got my wages", .amount), ("log my lunch", .amount),
            ("put some money into my holiday fund", .amount), ("paid my car loan off", .amount),
            ("change my groceries budget", .amount), ("new expense", .amount), ("I got paid today", .amount),
        ])
    func asked(_ message: String, _ part: DraftFault.Part) {
        #expect(Rosa.question(message)?.asks == part)
    }

    @Test(
        "a denial or a question typed without apostrophes asks for nothing to be written",
        arguments: [
            "havent paid my council tax since august", "I didnt spend £20 on lunch", "i dont owe £50",
            "whats my biggest expense", "whats the cheapest way to pay these debts off", "hows my £50 budget",
            "wots the £20 I paid", "wheres the £20 I paid gone", "whos paid me £20", "whens my £20 bill paid",
            "cant have paid £20", "i wont have spent £20", "hasnt paid me £20", "i couldnt have paid £5",
            "ive never spent £5 on that",
        ])
    func denied(_ message: String) {
        #expect(Wish(words: message, on: Rosa.snapshot) == nil)
    }

    static let purposes: [(String, Wish.Purpose?)] = [
        ("got my tax rebate £212 today", .addIncome), ("refund £30 from asos", .addIncome), ("bonus £200", .addIncome),
        ("got my universal credit £393 today", .addIncome), ("I was just paid £50", .addIncome),
        ("Ann paid me £5", .addIncome), ("paid £3 commission", .addExpense), ("refund desk cost me £3", .addExpense),
        ("I was in town and paid £5", .addExpense), ("got my credit card £30 holder", .addExpense),
        ("received a gas bill for £80", nil), ("received £80 for the gas", .addIncome),
        ("fiver on the bus today", .addExpense), ("tenner for lunch", .addExpense), ("20 quid on petrol", .addExpense),
        ("lend me a fiver", nil), ("lend me £20", nil), ("ive got £50", nil), ("got £50 left till friday", nil),
        ("I've got a phone for £30", .addExpense), ("got a loan of £500", nil), ("lost 600 quid on the slots", nil),
    ]

    @Test("what comes in, what is bought, and what is neither", arguments: purposes)
    func purpose(_ message: String, _ purpose: Wish.Purpose?) {
        #expect(Wish(words: message, on: Rosa.snapshot)?.purpose == purpose)
    }

    @Test("a slang note is five or ten pounds, thousands count as such, and part of a debt may be paid off")
    func slang() {
        #expect(Rosa.draft("fiver on the bus today")?.text.contains(#""name":"Bus","amount":5,"#) == true)
        #expect(Rosa.draft("spent 2 pounds 5p on milk today")?.text.contains(#""name":"Milk","amount":2.05,"#) == true)
        #expect(Rosa.draft("spent 2 grand on a sofa")?.text.contains(#""name":"Sofa","amount":2000,"#) == true)
        let card = "PATCH /debts/\(Rosa.hex("d2"))"
        #expect(Rosa.draft("ive paid off 200 of my car loan")?.text == "\(card) {\"amount\":4800}")
        #expect(Rosa.question("ive paid off 200 people with my car loan")?.asks == .amount)
        let debt = Rosa.question("add a new debt: car finance 1.2k at 7.9% apr, £60 a month")
        #expect(debt?.asks == .day && debt?.wish.amounts == [Rosa.pounds(1_200)])
    }
}
