import Analyses
import Finance
import FoundationEssentials
import Testing

@Suite("What is promised of a month, and how it turned out")
struct ForecastMemoryTests {
    /// £300.00 on the first of each month of 2025 and 2026 up to the day.
    private func snapshot(on day: String, months: Int = 40) throws -> Snapshot {
        let all = try Histories.monthly("Food", from: "2025-01", count: months) { 30_000 + Int64($0) * 100 }
        let today = try Histories.day(day)
        return try Histories.snapshot(on: day, all.filter { Day($0.fallsOn) <= today })
    }

    @Test("the first night of a month promises, the others keep it")
    func once() throws {
        let first = ForecastMemory().after(try snapshot(on: "2026-04-01"))
        #expect(first.promise?.month == Month("2026-04") && first.promise?.madeOn == Day("2026-04-01"))
        #expect(first.after(try snapshot(on: "2026-04-02")) == first)
        #expect(first.after(try snapshot(on: "2026-04-30")) == first)
        #expect(first.scores.isEmpty)
    }

    @Test("the first night after a month scores it and promises the next, without its categories")
    func scores() throws {
        let april = ForecastMemory().after(try snapshot(on: "2026-04-03"))
        #expect(april.promise?.parts.isEmpty == false)
        let may = april.after(try snapshot(on: "2026-05-01"))
        #expect(may.scores.map(\.forecast.month) == [Month("2026-04")] && may.promise?.month == Month("2026-05"))
        #expect(may.scores.first?.actual == Money(pence: 31_500) && may.scores.first?.forecast.parts.isEmpty == true)
        #expect(may.scores.first?.forecast.expected == april.promise?.expected)
        #expect(may.together.scores.count == 1)
        let late = april.after(try snapshot(on: "2026-09-09"))
        #expect(late.scores.map(\.forecast.month) == [Month("2026-04")] && late.promise?.month == Month("2026-09"))
    }

    @Test("an abstention is nothing, and the next night may still promise")
    func abstains() throws {
        let none = ForecastMemory().after(try Histories.snapshot(on: "2026-04-01", []))
        #expect(none == ForecastMemory())
        #expect(none.after(try snapshot(on: "2026-04-02")).promise?.madeOn == Day("2026-04-02"))
    }

    @Test("keeps the newest 24 scores, and survives being stored")
    func bounded() throws {
        var memory = ForecastMemory()
        let start = try #require(Month("2025-04"))
        for place in 0..<30 {
            memory = memory.after(try snapshot(on: "\(start.advanced(by: place))-02"))
        }
        #expect(memory.scores.count == 24 && memory.scores.last?.forecast.month == start.advanced(by: 28))
        #expect(memory.scores.first?.forecast.month == start.advanced(by: 5))
        #expect(try JSONDecoder().decode(ForecastMemory.self, from: JSONEncoder().encode(memory)) == memory)
        #expect(try JSONEncoder().encode(memory).count < 8_000)
    }

    @Test("a clock that goes back changes nothing and promises no month twice")
    func back() throws {
        let may = ForecastMemory().after(try snapshot(on: "2026-04-03")).after(try snapshot(on: "2026-05-02"))
        #expect(may.after(try snapshot(on: "2026-04-20")) == may)
    }

    @Test("a forecast at hand is used as it is")
    func given() throws {
        let day = try snapshot(on: "2026-04-03")
        let given = ForecastMemory().after(try Histories.snapshot(on: "2026-04-03", []), forecast: Forecast(of: day))
        #expect(given == ForecastMemory().after(day))
    }
}
