import Testing

@testable import Mongo

@Suite("Decimal128")
struct Decimal128Tests {
    @Test(
        "a text is stored and comes back as the same number",
        arguments: [
            ("12.50", "12.50"), ("0", "0"), ("-0.01", "-0.01"), ("+7", "7"), ("1e3", "1E+3"), ("1E+3", "1E+3"),
            ("0.000001", "0.000001"), ("0.0000001", "1E-7"), (".5", "0.5"), ("12.5e-9", "1.25E-8"), ("NaN", "NaN"),
            ("Infinity", "Infinity"), ("-Infinity", "-Infinity"),
            ("9999999999999999999999999999999999", "9999999999999999999999999999999999"),
            ("1234567890.1234567890", "1234567890.1234567890"), ("-0.00", "-0.00"),
        ])
    func text(_ given: String, _ expected: String) throws {
        #expect(try #require(Decimal128(given)).description == expected)
    }

    @Test(
        "a text that is no such number is refused",
        arguments: [
            "", "-", ".", "1.2.3", "1,5", "£5", "1e", "1e99999", "٣", "--1", "1 ",
            "12345678901234567890123456789012345", "nan",
        ])
    func refusal(_ text: String) { #expect(Decimal128(text) == nil) }

    @Test("the bits are those of the standard")
    func bits() throws {
        #expect(try #require(Decimal128("12.50")) == Decimal128(high: 0x303C_0000_0000_0000, low: 1250))
        #expect(try #require(Decimal128("-1")) == Decimal128(high: 0xB040_0000_0000_0000, low: 1))
    }

    @Test("a coefficient beyond 34 digits counts as zero, as the standard says")
    func outOfRange() {
        #expect(Decimal128(high: 0x3041_FFFF_FFFF_FFFF, low: .max).description == "0")
        #expect(Decimal128(high: 0x6C10_0000_0000_0000, low: 5).description == "0")
    }
}
