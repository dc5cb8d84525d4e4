import Analyses
import Finance
import TestKit
import Testing

@testable import Prompts

@Suite("Where a claim stands")
struct ClaimSettingTests {
    private func settings(_ text: String) throws -> [ClaimSetting] {
        var names = RecordNames()
        for name in ["Rent", "Car loan", "Netflix"] { _ = names.id(of: Lexeme.all(in: name)[...]) }
        let now = try #require(Month("2026-04"))
        return SentenceReading(text, names: names, now: now).settings()
    }

    @Test(
        "a pace stands right behind or before its amount",
        arguments: [
            ("£5 a month", .monthly), ("£5 per annum", .yearly), ("£5 in interest each year", .yearly),
            ("£5 weekly", .weekly), ("monthly payment of £5", .monthly), ("£5 for each remaining day", .daily),
            ("£5 owed, £6 a month", nil), ("£5 and then a month passed", nil), ("£5", nil), ("£5/month", .monthly),
        ] as [(String, Pace?)])
    func pace(text: String, pace: Pace?) throws { #expect(try settings(text).first?.pace == pace) }

    @Test("names hold tightly beside a number, loosely in its clause, and pass on to the next number")
    func names() throws {
        let hold: (String) throws -> [Prompts.Attachment<Int>.Hold] = { try settings($0).map(\.names.hold) }
        #expect(try hold("Rent: £5") == [.tight] && hold("£5 a month on your Car loan") == [.tight])
        #expect(try hold("Rent (£5), Car loan (£6)") == [.tight, .tight])
        #expect(try hold("Rent and Netflix cost £5") == [.near] && hold("£5 on Rent and Netflix") == [.near])
        #expect(try hold("Rent: £5, which is 7%") == [.tight, .inherited])
        #expect(try hold("£5 went out, most of it on Rent") == [.none])
        #expect(try settings("£5 for Rent and £6 for Netflix").map(\.names.items) == [[0], [2]])
    }

    @Test("periods belong to the number they follow, else to what comes behind them")
    func periods() throws {
        let march = Period.month(3, year: 2026)
        let april = Period.month(4, year: 2026)
        let items: (String) throws -> [Set<Period>] = {
            try settings($0).filter { !$0.periods.items.isEmpty }.map(\.periods.items)
        }
        #expect(try items("£5 in March 2026 and £6 in April 2026") == [[march], [april]])
        #expect(try items("In March 2026 £5, in April 2026 £6") == [[march], [april]])
        #expect(try items("In April 2026 £5 came in and £6 went out") == [[april], [april]])
        #expect(try items("It rose from March 2026 to April 2026 by 5%") == [[march, april]])
    }

    @Test("left and short, more and less are read beside the number only")
    func direction() throws {
        #expect(try settings("you are short by £5").first?.direction.balance == .negative)
        #expect(try settings("£5 is left over").first?.direction.balance == .positive)
        #expect(try settings("£5 left, so nobody is short").first?.direction.balance == .positive)
        #expect(try settings("spending rose by 5%").first?.direction.change == .positive)
        #expect(try settings("5% less than before").first?.direction.change == .negative)
        #expect(try settings("the gap is £5").first?.direction == settings("the gap is £5").first?.direction)
        #expect(try settings("the gap is £5").first?.direction.speaksOfShortage == true)
    }

    @Test("what total a number is put forward as")
    func topics() throws {
        #expect(try settings("Your income in April 2026 comes to £5").last?.topic == .income)
        #expect(try settings("- Left over in April 2026: £5").last?.topic == .left)
        #expect(try settings("Expenses: £5").last?.topic == .expenses)
        #expect(try settings("Out of an income I cannot see, £5").last?.topic == nil)
        #expect(try settings("you owe £5").last?.isRecord == true && settings("if you owe £5").last?.isRecord == false)
    }
}
