import Analyses
import Finance
import Testing

@testable import Drafts

@Suite("What is doubtful about a receipt")
struct ReceiptDoubtTests {
    private static func codes(_ change: (inout Paper) -> Void) -> [String] { Paper(change).codes }

    @Test("what is no single receipt in pounds is refused, whatever else is wrong with it")
    func refused() {
        for (sort, code) in [
            ("other", "not_a_receipt"), ("several", "several_receipts"), ("unreadable", "unreadable"),
        ] {
            #expect(Self.codes { ($0.sort, $0.total) = (sort, nil) } == [code])
        }
        for read in ["EUR", "€", "USD", "$", "GBX", "DKK"] {
            #expect(Self.codes { $0.currency = read } == ["foreign_currency"], "\(read)")
        }
        for read in ["GBP", "gbp", "£", "pounds"] { #expect(Self.codes { $0.currency = read } == [], "\(read)") }
        let empty = Self.codes { paper in
            (paper.merchant, paper.total, paper.lines) = (nil, nil, [])
        }
        #expect(empty == ["unreadable"])
    }

    @Test("the total must be what the lines come to, to the penny")
    func sum() {
        #expect(Self.codes { $0.total = "12.39" } == ["total_against_lines"])
        #expect(Self.codes { $0.total = "12.41" } == ["total_against_lines"])
        #expect(Self.codes { $0.total = "12.40" } == [])
    }

    @Test("tax may be in the prices or on top, a tip adds, a discount takes off whichever sign it has")
    func extras() {
        #expect(Self.codes { $0.tax = "2.07" } == [])
        #expect(Self.codes { ($0.tax, $0.total) = ("2.48", "14.88") } == [])
        #expect(Self.codes { ($0.tax, $0.total) = ("2.48", "14.87") } == ["total_against_lines"])
        #expect(Self.codes { ($0.tip, $0.total) = ("1.24", "13.64") } == [])
        #expect(Self.codes { ($0.tip, $0.total) = ("1.24", "11.16") } == ["total_against_lines"])
        for sign in ["", "-"] {
            #expect(Self.codes { ($0.discount, $0.total) = ("\(sign)2.40", "10.00") } == [])
            #expect(Self.codes { ($0.discount, $0.total) = ("\(sign)2.40", "14.80") } == ["total_against_lines"])
        }
        #expect(
            Self.codes {
                $0.lines.append(("Voucher", "-2.40")); $0.total = "10.00"
            } == [])
        #expect(Self.codes { $0.tip = "-1.00" } == ["unread_lines"])
        #expect(Self.codes { $0.tax = "a lot" } == ["unread_lines"])
    }

    @Test("lines that are missing, not readable or too many keep the total from being checked, and that is said")
    func lines() {
        #expect(Self.codes { $0.lines = [] } == ["no_lines"])
        #expect(Self.codes { $0.lines[1].1 = nil } == ["unread_lines"])
        #expect(Self.codes { $0.lines[1].1 = "4.005" } == ["unread_lines"])
        let hundred = Array(repeating: ("Bun", String?("0.10")), count: 100)
        #expect(Self.codes { ($0.lines, $0.total) = (hundred, "10.00") } == [])
        #expect(Self.codes { ($0.lines, $0.total) = (hundred + [("Bun", "0.10")], "10.10") } == ["many_lines"])
    }

    @Test("a total that is missing, zero, worked out or beyond what the app holds is asked for")
    func noTotal() {
        for total in [nil, "", "0.00", "12.405", "£12.40", "12,40", "1e99", "10000000000.01", "abc"] as [String?] {
            #expect(Self.codes { $0.total = total } == ["no_total"], "\(total ?? "nil")")
        }
        #expect(Self.codes { $0.total = "-12.40" } == ["refund"])
    }

    @Test("a total above £10,000 is asked about")
    func large() {
        #expect(Self.codes { ($0.total, $0.lines) = ("10000.00", [("Boiler", "10000.00")]) } == [])
        #expect(Self.codes { ($0.total, $0.lines) = ("10000.01", [("Boiler", "10000.01")]) } == ["large_total"])
    }

    @Test("a day that is missing, to come or older than 18 months is asked about")
    func days() {
        func codes(_ day: String?) -> [String] { Self.codes { ($0.date, $0.datePrinted) = (day, nil) } }
        #expect(codes(nil) == ["no_day"])
        #expect(codes("2026-02-30") == ["no_day"] && codes("yesterday") == ["no_day"])
        #expect(codes("2026-11-21") == [] && codes("2026-11-22") == ["day_ahead"])
        #expect(codes("2025-05-21") == [] && codes("2025-05-20") == ["day_long_ago"])
    }

    @Test("code reads the print as well: where they disagree there are two days, where one is missing the other counts")
    func printed() {
        func reading(_ day: String?, _ print: String?) -> ReceiptReading {
            Paper { ($0.date, $0.datePrinted) = (day, print) }.reading
        }
        let swapped = reading("2026-03-11", "03/11/2026")
        #expect(swapped.days == [Rosa.day("2026-03-11"), Rosa.day("2026-11-03")])
        #expect(swapped.doubts(today: Rosa.today).map(\.code) == ["two_days"])
        #expect(reading("2026-11-03", "03/11/2026").days == [Rosa.day("2026-11-03")])
        #expect(reading(nil, "3 Nov 2026").days == [Rosa.day("2026-11-03")])
        #expect(reading("2026-11-03", "Tuesday evening").days.count <= 2)
        #expect(reading("2026-11-03", "??").days == [Rosa.day("2026-11-03")])
    }

    @Test("a shop without a usable name is asked for; one that was cut says so; no currency is said")
    func names() {
        #expect(Self.codes { $0.merchant = nil } == ["no_name"])
        #expect(Self.codes { $0.merchant = "#" } == ["no_name"] && Self.codes { $0.merchant = "12 34" } == ["no_name"])
        let longest = String(repeating: "A", count: Wish.longestName)
        #expect(
            Self.codes { $0.merchant = longest } == [] && Self.codes { $0.merchant = longest + "A" } == ["cut_name"])
        for name in [
            "https://evil.example", "Win at www.evil.example", "mail me@evil.example", "Call 0800 123 4567",
        ] {
            #expect(Self.codes { $0.merchant = name } == ["odd_name"], "\(name)")
        }
        #expect(Self.codes { $0.merchant = "Shop 123456" } == [])
        #expect(Self.codes { $0.merchant = "Shop 1234567" } == ["odd_name"])
        #expect(Self.codes { $0.currency = nil } == ["no_currency"])
    }

    @Test("every doubt has a code of its own and a sentence without a judgement")
    func words() {
        let money = Money(pence: 1), day = Rosa.today
        let all: [ReceiptDoubt] = [
            .notAReceipt, .several, .unreadable, .foreignCurrency("EUR"), .refund, .noTotal,
            .totalAgainstLines(money, lines: money), .largeTotal(money), .noDay, .twoDays(day, day), .dayAhead(day),
            .dayLongAgo(day), .noName, .oddName, .noCurrency, .cutName, .noLines, .unreadLines, .manyLines,
        ]
        #expect(Set(all.map(\.code)).count == all.count)
        #expect(all.allSatisfy { $0.sentence.hasSuffix(".") && $0.json.text.contains($0.code) })
    }
}
