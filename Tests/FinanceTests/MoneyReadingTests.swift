import Finance
import Testing

@Suite("Reading an amount")
struct MoneyReadingTests {
    @Test("every penny up to £20,000.00 and back through a double is exact")
    func everyPenny() {
        for pence in Int64(0)...2_000_000 {
            let pounds = Double(pence) / 100
            guard Money.reading(pounds: pounds) != .exact(Money(pence: pence)) else { continue }
            Issue.record("\(pence) pence were read as \(Money.reading(pounds: pounds))")
        }
    }

    @Test(
        "doubles",
        arguments: [
            (12.99, .exact(Money(pence: 1_299))), (0.1 + 0.2, .exact(Money(pence: 30))),
            (33.333, .rounded(Money(pence: 3_333))), (0.005, .rounded(Money(pence: 1))),
            (-0.005, .rounded(Money(pence: -1))), (-0.0, .exact(.zero)),
            (9_999_999_999.99, .exact(Money(pence: 999_999_999_999))),
            (.nan, .unreadable("not a finite number")), (-.infinity, .unreadable("not a finite number")),
            (1e300, .unreadable("too large to be an amount")), (Double.leastNonzeroMagnitude, .exact(.zero)),
        ] as [(Double, Money.Reading)])
    func doubles(pounds: Double, reading: Money.Reading) { #expect(Money.reading(.double(pounds)) == reading) }

    @Test(
        "decimal text, as decimal128 or string",
        arguments: [
            ("12.50", .exact(Money(pence: 1_250))), ("-3", .exact(Money(pence: -300))),
            ("+.5", .exact(Money(pence: 50))),
            ("7.", .exact(Money(pence: 700))), ("1.25E+3", .exact(Money(pence: 125_000))),
            ("125E-2", .exact(Money(pence: 125))), ("0E-6176", .exact(.zero)), ("1E-30", .rounded(.zero)),
            ("1.005", .rounded(Money(pence: 101))), ("2.004999", .rounded(Money(pence: 200))),
            ("0.004", .rounded(.zero)), ("1.00000000000000000000", .exact(Money(pence: 100))),
            ("  8 ", .exact(Money(pence: 800))),
            ("1E+30", .unreadable("too large to be an amount")),
            ("99999999999", .unreadable("too large to be an amount")),
        ] as [(String, Money.Reading)])
    func decimals(text: String, reading: Money.Reading) {
        #expect(Money.reading(.decimal(text)) == reading)
        #expect(Money.reading(.string(text)) == reading)
    }

    @Test(
        "text that is no number is a reason, never nothing",
        arguments: [
            "", " ", "NaN", "Infinity", "-", "1,000", "£5", "5e", "5e+", "5e99999", "1.2.3", "0x10", "٣", "1 2",
        ])
    func notNumbers(text: String) { #expect(Money.reading(.string(text)) == .unreadable("not a number")) }

    @Test("a text of any length is read in bounded time")
    func longText() {
        #expect(Money.reading(text: String(repeating: "9", count: 1_000_000)) == .unreadable("not a number"))
    }

    @Test("kinds that hold no number")
    func otherKinds() {
        #expect(Money.reading(nil) == .unreadable("missing"))
        #expect(Money.reading(.null) == .unreadable("empty"))
        for value: Document.Value in [.bool(true), .array([.int(1)]), .document(Document()), .other("minKey")] {
            #expect(Money.reading(value) == .unreadable("not a number"))
        }
        #expect(Money.reading(.int(.max)) == .unreadable("too large to be an amount"))
        #expect(Money.reading(.int(.min)) == .unreadable("too large to be an amount"))
    }
}
