import Analyses
import Finance
import FoundationEssentials
import TestKit
import Testing

@Suite("The history of checked purchases")
struct PurchaseChecksTests {
    /// Maya has £2,267.51 left, her goals ask for £200.00, a tenth of her income is £365.05.
    private func maya() throws -> Snapshot { try NamedPeople.snapshot(of: NamedPeople.maya) }

    private func answer(_ pence: Int64, in snapshot: Snapshot? = nil) throws -> Affordability {
        Affordability(of: Money(pence: pence), in: try snapshot ?? maya())
    }

    @Test("keeps price, cleaned words, day, verdict and reasons")
    func kept() throws {
        var checks = PurchaseChecks()
        let item = "A  bike\u{202E}\n" + String(repeating: "x", count: 99)
        let check = checks.add(try answer(100_000), item: item, id: "1")
        #expect(check.item.hasPrefix("A bike x") && check.item.unicodeScalars.count <= 61)
        #expect(check.verdict == .comfortable && check.price == Money(pence: 100_000))
        #expect(
            check.reasons == [
                "After it and the saving until then £1,067.51 is left, a tenth of a month's income or more."
            ])
        #expect(checks.json.text.contains("This is guidance about your own budget, not regulated advice."))
        #expect(checks.figures.map(\.printed) == ["£1,000.00"] && checks.card.kind == .purchases)
    }

    @Test(
        "reasons say why, in the words of each verdict",
        arguments: [
            (170_247, "After it and the saving until then £365.04 is left, less than a tenth of a month's income."),
            (226_751, "After it, saving would go £200.00 short."),
            (300_000, "£2,267.51 is left before it, and it costs £3,000.00."),
            (0, "No price above zero is given."),
        ] as [(Int64, String)])
    func reasons(pence: Int64, reason: String) throws { #expect(try answer(pence).reasons.first == reason) }

    @Test("what is put off is named")
    func delayed() throws {
        let reasons = try answer(300_000).reasons
        #expect(reasons.contains("Goal dates would move by 5 months if goal saving paid for the rest."))
    }

    @Test("a day before the rest of the income comes in is a reason of its own")
    func byDay() throws {
        var snapshot = try maya()
        snapshot.incomes = snapshot.incomes.map { income in
            var income = income
            if Month(containing: income.receivedOn) == snapshot.month {
                income.receivedOn = snapshot.month.lastDay.start
            }
            return income
        }
        let answer = Affordability(
            of: Money(pence: 100), in: snapshot, Affordability.Options(on: snapshot.today.advanced(by: 1)))
        #expect(answer.verdict == .tight)
        #expect(answer.reasons.first?.hasSuffix("before the rest of the month's income comes in.") == true)
    }

    @Test("pinned ones are checked again, and those whose verdict changed are given")
    func recheck() throws {
        var checks = PurchaseChecks()
        checks.add(try answer(100_000), item: "Laptop", id: "laptop")
        checks.add(try answer(1_000), item: "Book", id: "book")
        checks.add(try answer(100_000), item: "Not pinned", id: "loose")
        #expect(checks.pin("laptop") && checks.pin("book") && !checks.pin("none"))
        var later = try maya()
        later.asOf += 60
        let rent = try Histories.expense("Boiler", 1_500_00, "2026-04-19")
        later.expenses = (later.expenses + [rent]).sorted { $0.fallsOn < $1.fallsOn }
        let changes = checks.recheck(in: later)
        #expect(changes.map(\.check.id) == ["laptop"])
        #expect(changes.first?.before == .comfortable && changes.first?.check.verdict == .notFromThisMonth)
        #expect(
            changes.first?.sentence
                == "“Laptop” for £1,000.00 was “comfortable” and is now “not from this month's money”: "
                + "£767.51 is left before it, and it costs £1,000.00.")
        #expect(checks.recheck(in: later).isEmpty)
        #expect(checks.checks.map(\.verdict) == [.notFromThisMonth, .comfortable, .comfortable])
        #expect(checks.recheck(in: try maya()).isEmpty, "an older snapshot says nothing new")
        #expect(checks.pinned.first?.verdict == .notFromThisMonth)
    }

    @Test("is bounded: 50 are kept, pinned ones last, at most 10 pinned")
    func bounded() throws {
        var checks = PurchaseChecks()
        let answer = try answer(500)
        for place in 0..<11 {
            checks.add(answer, item: "Item", id: "\(place)")
            #expect(checks.pin("\(place)") == (place < 10))
        }
        for place in 11..<70 { checks.add(answer, item: "Item", id: "\(place)") }
        #expect(checks.checks.count == 50 && checks.pinned.count == 10)
        #expect(checks.checks.contains { $0.id == "0" } && !checks.checks.contains { $0.id == "10" })
        #expect(checks.unpin("0") && checks.pinned.count == 9)
        #expect(checks.forget("0") && !checks.forget("0"))
    }

    @Test("the same id is one check, and stays pinned")
    func again() throws {
        var checks = PurchaseChecks()
        checks.add(try answer(500), item: "Item", id: "a")
        checks.pin("a")
        checks.add(try answer(900), item: "Item", id: "a")
        #expect(checks.checks.count == 1 && checks.pinned.first?.price == Money(pence: 900))
    }

    @Test("is stored and read back, and a check that cannot be read takes nothing with it")
    func stored() throws {
        var checks = PurchaseChecks()
        checks.add(try answer(500), item: "Item", id: "a")
        checks.pin("a")
        let data = try JSONEncoder().encode(checks)
        #expect(try JSONDecoder().decode(PurchaseChecks.self, from: data) == checks)
        let odd = String(decoding: data, as: UTF8.self).replacing("comfortable", with: "splendid")
        #expect(try JSONDecoder().decode(PurchaseChecks.self, from: Data(odd.utf8)) == PurchaseChecks())
        #expect(try JSONDecoder().decode(PurchaseChecks.self, from: Data("{}".utf8)) == PurchaseChecks())
    }
}
