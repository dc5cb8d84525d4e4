import Finance
import TestKit
import Testing

@testable import Drafts

@Suite("Amounts and days as people write them")
struct SpokenWordsTests {
    static let amounts: [(String, Int64?)] = [
        ("£12.40", 1_240), ("12.4", 1_240), ("2,450", 245_000), ("1,234,567.89", 123_456_789), ("80p", 80),
        ("1.2k", 120_000),
        ("30quid", 3_000), ("£100pm", 10_000), ("0", 0), ("10,000,000,000", 1_000_000_000_000), ("10,000,000,001", nil),
        ("1,50", nil), ("12.345", nil), ("12.", nil), (".5", nil), ("-5", nil), ("5pm", nil), ("3rd", nil), ("£", nil),
        ("1.5p", nil), ("1.2.3", nil), ("1,2345", nil), ("£5%", nil), ("٣", nil), ("99999999999999999999", nil),
        ("9,999,999,999,999k", nil),
    ]

    @Test("a number is read exactly or not at all", arguments: amounts)
    func amount(_ text: String, _ pence: Int64?) {
        #expect(SpokenAmount(text)?.money.pence == pence)
    }

    static let days: [(String, [String])] = [
        ("today", ["2026-11-21"]), ("yesterday", ["2026-11-20"]), ("the day before yesterday", ["2026-11-19"]),
        ("last night", ["2026-11-20"]), ("three days ago", ["2026-11-18"]), ("2 weeks ago", ["2026-11-07"]),
        ("on Friday", ["2026-11-20"]), ("last Friday", ["2026-11-20"]), ("on Sat", ["2026-11-21", "2026-11-14"]),
        ("last Saturday", ["2026-11-14"]), ("next Friday", ["2026-11-27"]), ("this Sunday", ["2026-11-22"]),
        ("Tuesday last week", ["2026-11-10"]), ("last week Tuesday", ["2026-11-10"]), ("3 Nov", ["2026-11-03"]),
        ("3rd of November 2025", ["2025-11-03"]), ("November 3rd", ["2026-11-03"]), ("03/11", ["2026-11-03"]),
        ("11/03", ["2026-03-11"]), ("3/11/25", ["2025-11-03"]), ("03-11-2025", ["2025-11-03"]),
        ("2026-11-03", ["2026-11-03"]),
        ("the 3rd", ["2026-11-03"]), ("the 30th", ["2026-10-30"]), ("3 December", ["2026-12-03", "2025-12-03"]),
        ("29 Feb", []), ("31/02", []), ("03/13", []), ("last week", []), ("in March", []), ("two months ago", []),
        ("sat nav", []), ("march on", []), ("24 hours", []), ("the 32nd", []),
    ]

    @Test("a day is read in British order; what could be two gives both", arguments: days)
    func day(_ text: String, _ expected: [String]) {
        var words = SpokenWords(text)
        #expect(SpokenDays(&words, today: Rosa.today).days.map(\.description) == expected)
    }

    @Test("an impossible day or a stretch of time is vague; other words name no time")
    func vague() {
        func isVague(_ text: String) -> Bool {
            var words = SpokenWords(text)
            return SpokenDays(&words, today: Rosa.today).isVague
        }
        #expect(["31/02", "03/13", "last week", "in March", "29 Feb", "two months ago"].allSatisfy(isVague))
        #expect(["sat nav", "yesterday", "march on", "sun cream", "may I"].allSatisfy { !isVague($0) })
    }

    @Test("a due day without a year is the coming one")
    func coming() {
        func due(_ text: String) -> [String] {
            var words = SpokenWords(text)
            return SpokenDays(&words, today: Rosa.today, isComing: true).days.map(\.description)
        }
        #expect(due("on Friday") == ["2026-11-27"] && due("on Saturday") == ["2026-11-21"])
        #expect(due("3 Nov") == ["2027-11-03"] && due("21 Nov") == ["2026-11-21"] && due("the 3rd") == ["2026-12-03"])
    }

    @Test("marked money wins over bare numbers, and neighbours say what an amount is for")
    func roles() {
        func read(_ text: String) -> SpokenNumbers {
            var words = SpokenWords(text)
            return SpokenNumbers(&words)
        }
        #expect(read("2 coffees for £7").amounts == [Rosa.pounds(7)])
        #expect(read("12 and 13").amounts == [Rosa.pounds(12), Rosa.pounds(13)])
        #expect(read("900 at 29.9% min 25 extra 10").amounts(.monthly) == [Rosa.pounds(25)])
        #expect(read("2000, 100 a month, 300 saved").amounts(.saved) == [Rosa.pounds(300)])
        #expect(read("29.9 %").rates == [Rate(basisPoints: 2_990)])
        #expect(read("a tenner and two hundred quid").amounts == [Rosa.pounds(10), Rosa.pounds(200)])
        #expect(
            read("$5").isUnclear && read("£1,50").isUnclear && read("5 euros").isUnclear && !read("5 mugs").isUnclear)
    }

    static let sums: [(String, [Int64])] = [
        ("two hundred and fifty quid", [250_00]), ("a hundred quid and fifty quid", [100_00, 50_00]),
        ("two thousand five hundred pounds", [2_500_00]), ("a thousand on rent", [1_000_00]),
        ("1.5 grand", [1_500_00]), ("2 k", [2_000_00]), ("9,999,999,999 grand", []), ("2 pounds 5p", [2_05]),
        ("2 quid and 50 pence", [2_50]), ("£2 50p", [2_50]), ("£2.10 50p", [2_10, 50]), ("£2 100p", [2_00, 1_00]),
        ("1.2k at £60", [1_200_00, 60_00]), ("12.40 and £3", [12_40, 3_00]), ("2.5 bags for £3", [3_00]),
        ("20 or 25 quid", [20_00, 25_00]), ("20 and 25 quid", [25_00]), ("spent 2 on tea and £3", [2_00, 3_00]),
        ("bought 2 mugs for £3", [3_00]), ("paid off 200 of my loan", [200_00]), ("200 of my loan", []),
        ("paid off 200 of them", []),
    ]

    @Test("hundreds, thousands and pence are added up, and bare numbers beside money are counts", arguments: sums)
    func written(_ text: String, _ pence: [Int64]) {
        var words = SpokenWords(text)
        #expect(SpokenNumbers(&words).amounts.map(\.pence) == pence)
    }

    @Test(
        "random text, however odd, never traps and never makes a draft of an unread amount",
        arguments: 0..<400 as Range<UInt64>)
    func random(_ seed: UInt64) throws {
        var seeded = SeededGenerator(seed)
        let pieces = [
            "spent", "£", "£12", "12.40", "quid", "on", "yesterday", "03/11", "99/99/9999", "0/0", "-", "%", "9,9,9",
            "last",
            "week", "a", "month", "every", "set", "to", "by", "new", "debt", "goal", "put", "into", "holiday", "fund",
            "🙂",
            "\u{202E}", "\0", "１２", "٣٤", "1e9", "£££", "Infinity", "the", "31st", "ago", "999999999999999", "k", "p",
            "hundred", "groceries", "paid", "off", "credit", "card", "2026-02-30", "in", "march", "'", "’", "min", ".",
            ",",
        ]
        let message = (0..<Int.random(in: 0...14, using: &seeded))
            .map { _ in pieces[Int.random(in: 0..<pieces.count, using: &seeded)] }
            .joined(separator: Bool.random(using: &seeded) ? " " : "  ")
        for shape in BackendShape.allCases {
            guard let draft = Rosa.ask(message, on: Rosa.snapshot, for: shape)?.draft else { continue }
            #expect(draft.faults(on: Rosa.snapshot, for: shape).isEmpty, "\(message)")
            #expect(try ProposalTests.proposal([draft]).rows.isEmpty == false, "\(message)")
        }
        _ = WishArguments.settled(message, said: message, on: Rosa.snapshot, for: .current)
        _ = YesOrNo(message)
    }
}
