public import Finance
import FoundationEssentials
public import Ports
import Testing

/// What every ledger promises. Run with `@Test(arguments: SpendLedgerConformance.checks)`, a store for each check: sums are
/// about everyone.
public enum SpendLedgerConformance {
    /// Every promise.
    public static let checks = booking + capping

    /// The day everything happens on.
    public static let day = Day(number: 20_779)
    /// The model everything is asked of.
    public static let model = "gpt-4.1 mini/x"

    private static let booking: [ConformanceCheck<SpendLedger>] = [
        ConformanceCheck("Without anything spent there is no line") { ledger async throws in
            #expect(try await ledger.usage(day...day).isEmpty)
            try await ledger.settle([])
        },
        ConformanceCheck("What is set aside shows as such, and as spent once it is settled, by day, feature and model")
        {
            ledger async throws in
            let wish = request(amounts: 500, person: try Fresh.user())
            #expect(try await ledger.reserve(wish, caps()) == .granted(wish.reservation(0)))
            var line = SpendLine(day: day, feature: "chat", model: model)
            line.open = 1
            line.reserved = Spend(microdollars: 500)
            #expect(try await ledger.usage(day...day) == [line])
            try await ledger.settle([SpendSettlement(wish.reservation(0), taken: taken(320, isEstimated: true))])
            line.open = 0
            line.reserved = .zero
            line.requests = 1
            line.promptTokens = 30
            line.completionTokens = 7
            line.spent = Spend(microdollars: 320)
            line.estimated = Spend(microdollars: 320)
            #expect(try await ledger.usage(day...day) == [line])
        },
        ConformanceCheck("What took nothing leaves no request behind; what the provider told is not an estimate") {
            ledger async throws in
            let (free, told) = (request(amounts: 500), request(amounts: 500))
            for wish in [free, told] { _ = try await ledger.reserve(wish, caps()) }
            try await ledger.settle([
                SpendSettlement(free.reservation(0), taken: nil),
                SpendSettlement(told.reservation(0), taken: taken(40)),
            ])
            let line = try #require(try await ledger.usage(day...day).first)
            #expect(line.requests == 1 && line.open == 0 && line.reserved == .zero && line.estimated == .zero)
            #expect(line.spent == Spend(microdollars: 40))
        },
        ConformanceCheck(
            "Asking again takes once, settling again books once, and what was never set aside books nothing"
        ) {
            ledger async throws in
            let wish = request(amounts: 500, person: try Fresh.user())
            for _ in 0..<3 { #expect(try await ledger.reserve(wish, caps()) == .granted(wish.reservation(0))) }
            #expect(try await ledger.usage(day...day).first?.reserved == Spend(microdollars: 500))
            let settlement = SpendSettlement(wish.reservation(0), taken: taken(100))
            for _ in 0..<3 { try await ledger.settle([settlement, settlement]) }
            try await ledger.settle([SpendSettlement(request(amounts: 9).reservation(0), taken: taken(9))])
            let line = try #require(try await ledger.usage(day...day).first)
            #expect(line.requests == 1 && line.spent == Spend(microdollars: 100) && line.reserved == .zero)
        },
        ConformanceCheck("Giving back a choice that was not the one taken gives nothing back") { ledger async throws in
            let wish = request(amounts: 500, 30)
            _ = try await ledger.reserve(wish, caps(everyone: 100))
            try await ledger.settle([SpendSettlement(wish.reservation(0), taken: nil)])
            #expect(try await ledger.usage(day...day).map(\.reserved.microdollars) == [30])
            // Nor does it make room.
            #expect(try await refusal(ledger, request(amounts: 71), caps(everyone: 100)) != nil)
            try await ledger.settle([SpendSettlement(wish.reservation(1), taken: nil)])
            #expect(try await ledger.usage(day...day).map(\.reserved.microdollars) == [0])
        },
        ConformanceCheck("Lines come newest day first, by feature and model, and only of the days asked for") {
            ledger async throws in
            for (back, feature) in [
                (2, SpendFeature.chat), (0, .night), (1, .chat), (0, .chat), (399, .chat), (400, .chat),
            ] {
                let wish = request(amounts: 5, feature: feature, on: day.advanced(by: -back))
                _ = try await ledger.reserve(wish, caps())
            }
            func days(_ first: Int, _ last: Int) async throws -> [String] {
                try await ledger.usage(day.advanced(by: -first)...day.advanced(by: -last))
                    .map { "\(day.number - $0.day.number) \($0.feature)" }
            }
            #expect(try await days(2, 0) == ["0 chat", "0 night", "1 chat", "2 chat"])
            #expect(try await days(1, 1) == ["1 chat"])
            #expect(try await days(9_999, 0).last == "399 chat")
        },
    ]

    private static let capping: [ConformanceCheck<SpendLedger>] = [
        ConformanceCheck("A cap takes what reaches it to the millionth, and nothing beyond", capToTheMillionth),
        ConformanceCheck("What was set aside and not taken makes room again; what cost more takes it") {
            ledger async throws in
            let first = request(amounts: 60)
            _ = try await ledger.reserve(first, caps(everyone: 100))
            #expect(try await refusal(ledger, request(amounts: 50), caps(everyone: 100))?.cap == .everyone)
            try await ledger.settle([SpendSettlement(first.reservation(0), taken: taken(50))])
            let second = request(amounts: 50)
            #expect(try await refusal(ledger, second, caps(everyone: 100)) == nil)
            try await ledger.settle([SpendSettlement(second.reservation(0), taken: taken(49))])
            #expect(try await refusal(ledger, request(amounts: 2), caps(everyone: 100)) != nil)
            #expect(try await refusal(ledger, request(amounts: 1), caps(everyone: 100)) == nil)
        },
        ConformanceCheck("Who is refused leaves nothing behind: neither their day nor the others' is touched") {
            ledger async throws in
            let user = try Fresh.user()
            _ = try await ledger.reserve(request(amounts: 60), caps(everyone: 100))
            let (wish, tight) = (request(amounts: 50, person: user), caps(person: 50, everyone: 100))
            #expect(try await refusal(ledger, wish, tight)?.cap == .everyone)
            #expect(try await ledger.usage(day...day).map(\.reserved.microdollars) == [60])
            // The whole of the person's day is still there.
            #expect(try await refusal(ledger, request(amounts: 50, person: user), caps(person: 50)) == nil)
            #expect(try await refusal(ledger, request(amounts: 1, person: user), caps(person: 50))?.cap == .person)
            #expect(try await ledger.usage(day...day).map(\.reserved.microdollars) == [110])
        },
        ConformanceCheck("The next day begins at nothing, and a refusal says when that is") { ledger async throws in
            let caps = caps(person: 10, everyone: 10)
            let user = try Fresh.user()
            #expect(try await refusal(ledger, request(amounts: 10, person: user), caps) == nil)
            let no = try await refusal(ledger, request(amounts: 10, person: user), caps)
            #expect(no == SpendRefusal(cap: .person, until: day.advanced(by: 1).start))
            let morning = request(amounts: 10, person: user, on: day.advanced(by: 1))
            #expect(try await refusal(ledger, morning, caps) == nil)
        },
        ConformanceCheck("A call is booked on the day it was asked on, and its cap with it") { ledger async throws in
            let late = request(amounts: 10)
            _ = try await ledger.reserve(late, caps(everyone: 10))
            _ = try await ledger.reserve(request(amounts: 10, on: day.advanced(by: 1)), caps(everyone: 10))
            try await ledger.settle([SpendSettlement(late.reservation(0), taken: taken(4))])
            #expect(try await ledger.usage(day...day).map(\.spent.microdollars) == [4])
            #expect(try await refusal(ledger, request(amounts: 6), caps(everyone: 10)) == nil)
        },
        ConformanceCheck("Up to four fifths of a cap the first choice is taken, then the smaller, then none") {
            ledger async throws in
            var choices: [Int?] = []
            for _ in 0..<14 {
                let answer = try await ledger.reserve(request(amounts: 20, 5), caps(everyone: 100))
                if case .granted(let taken) = answer { choices.append(taken.choice) } else { choices.append(nil) }
            }
            #expect(choices == [0, 0, 0, 0, 1, 1, 1, 1] + Array(repeating: nil, count: 6))
        },
        ConformanceCheck("Of 200 who ask at once as many get something as fit, and never one more") {
            ledger async throws in
            let caps = caps(person: 5_000, feature: 3_000, everyone: 2_500)
            let users = try (0..<20).map { _ in try Fresh.user() }
            let granted = try await grants(200, of: ledger) { number in
                (request(amounts: 100, person: users[number % 20]), caps)
            }
            #expect((1...25).contains(granted.count))
            // Some may have been told no, or to come again, by those on the way out; whatever is left is given now.
            var total = granted.count
            while total < 26, try await refusal(ledger, request(amounts: 100), caps) == nil { total += 1 }
            #expect(total == 25)
            let line = try #require(try await ledger.usage(day...day).first)
            #expect(line.open == 25 && line.reserved == Spend(microdollars: 2_500))
            try await ledger.settle(granted.map { SpendSettlement($0, taken: taken(100)) })
            #expect(try await ledger.usage(day...day).first?.spent == Spend(microdollars: Int64(granted.count) * 100))
        },
        ConformanceCheck("One person who asks 40 times at once gets no more than their day") { ledger async throws in
            let user = try Fresh.user()
            let caps = caps(person: 1_000)
            let granted = try await grants(40, of: ledger) { _ in (request(amounts: 100, person: user), caps) }
            #expect((1...10).contains(granted.count))
            var total = granted.count
            while total < 11, try await refusal(ledger, request(amounts: 100, person: user), caps) == nil { total += 1 }
            #expect(total == 10)
        },
    ]
}
