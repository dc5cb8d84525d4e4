import Analyses
import Finance
import FoundationEssentials
import Testing

@Suite("JSON")
struct JSONTests {
    @Test(
        "money leaves as pounds straight from pence",
        arguments: [
            (0, "0"), (5, "0.05"), (10, "0.1"), (150, "1.5"), (1_299, "12.99"), (-1, "-0.01"), (-250, "-2.5"),
            (100_000, "1000"), (1_000_000_000_001, "10000000000.01"),
        ] as [(Int64, String)])
    func money(pence: Int64, text: String) { #expect(JSON.money(Money(pence: pence)).text == text) }

    @Test("no number that JSON lacks is ever written", arguments: [Double.nan, .infinity, -.infinity])
    func notFinite(number: Double) {
        #expect(JSON.number(number).text == "null")
    }

    @Test("keys keep their order, equal values make equal bytes")
    func order() {
        let value: JSON = ["b": 1, "a": [true, .null, .number(0.5), "x"], "c": [:]]
        #expect(value.text == #"{"b":1,"a":[true,null,0.5,"x"],"c":{}}"#)
    }

    @Test("text is escaped where it must be and left alone elsewhere")
    func escapes() {
        let value = JSON.string("\"\\\n\r\t\u{0}\u{1F}\u{7F}\u{2028}é£😀")
        #expect(value.text == #""\"\\\n\r\t\u0000\u001f\u007f\u2028é£😀""#)
    }

    @Test("what is written is read back by another parser")
    func readBack() throws {
        let text = JSON.object([.init("k\"\u{1}", .array([.string("\u{2029}/"), .number(-1.25e-7), .int(.min)]))]).text
        let back = try JSONDecoder().decode([String: [Mixed]].self, from: Data(text.utf8))
        #expect(back == ["k\"\u{1}": [.text("\u{2029}/"), .number(-1.25e-7), .number(Double(Int64.min))]])
    }

    private enum Mixed: Decodable, Equatable {
        case text(String), number(Double)

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let text = try? container.decode(String.self) {
                self = .text(text)
            } else {
                self = .number(try container.decode(Double.self))
            }
        }
    }
}
