import Finance
import TestKit
import Testing

@testable import Prompts

@Suite("Periods of a sentence")
struct PeriodTests {
    private static let april = NamedPeople.month

    private func periods(_ text: String) -> [Period] {
        PeriodReader(lexemes: Lexeme.all(in: text), now: Self.april).mentions().map(\.item)
    }

    @Test(
        "are months by name, by number and by distance",
        arguments: [
            ("in March 2026", [.month(3, year: 2026)]), ("in march", [.month(3, year: nil)]),
            ("2026-03", [.month(3, year: 2026)]), ("this month", [.month(4, year: 2026)]),
            ("last month's", [.month(3, year: 2026)]), ("next month", [.month(5, year: 2026)]),
            ("this year", [.year(2026)]), ("in 2025", [.year(2025)]),
            ("from March to April", [3, 4].map { .month($0, year: nil) }),
            ("last months", []), ("you may march", []), ("on 5 May 2026", []), ("until January 2027", []),
            ("due May 2026", []), ("no month", []),
        ] as [(String, [Period])])
    func read(text: String, expected: [Period]) { #expect(periods(text) == expected) }

    @Test("a period covers its month, in any year where none is written")
    func covers() {
        #expect(Period.month(4, year: nil).covers(Self.april) && Period.month(4, year: 2026).covers(Self.april))
        #expect(!Period.month(4, year: 2025).covers(Self.april) && !Period.month(3, year: nil).covers(Self.april))
        #expect(!Period.year(2026).covers(Self.april))
    }

    @Test("before means before: the month itself is not")
    func before() {
        #expect(Period.month(3, year: 2026).isBefore(Self.april) && !Period.month(4, year: 2026).isBefore(Self.april))
        #expect(Period.year(2025).isBefore(Self.april) && !Period.year(2026).isBefore(Self.april))
    }
}
