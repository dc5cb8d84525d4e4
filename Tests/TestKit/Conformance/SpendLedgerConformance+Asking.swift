public import Finance
public import Ports
import Testing

// Ways to ask a ledger.
extension SpendLedgerConformance {
    /// A wish of a number of its own; one choice for each amount.
    public static func request(
        amounts: Int64..., feature: SpendFeature = .chat, person: UserID? = nil, on day: Day = day
    ) -> SpendRequest {
        SpendRequest(
            id: Fresh.id(), day: day, feature: feature, person: person,
            choices: amounts.enumerated().map { place, amount in
                SpendChoice(model: place == 0 ? model : "smaller", amount: Spend(microdollars: amount))
            })
    }

    /// Caps in millionths.
    public static func caps(person: Int64? = nil, feature: Int64? = nil, everyone: Int64? = nil) -> SpendCaps {
        SpendCaps(
            turn: nil, person: person.map { Spend(microdollars: $0) },
            features: feature.map { [.chat: Spend(microdollars: $0)] } ?? [:],
            everyone: everyone.map { Spend(microdollars: $0) })
    }

    /// What a call took.
    public static func taken(_ cost: Int64, isEstimated: Bool = false) -> SpendTaken {
        SpendTaken(
            promptTokens: 30, completionTokens: 7, cost: Spend(microdollars: cost), isEstimated: isEstimated)
    }

    /// Asks; nil when it was granted.
    static func refusal(
        _ ledger: SpendLedger, _ request: SpendRequest, _ caps: SpendCaps
    ) async throws -> SpendRefusal? {
        guard case .refused(let refusal) = try await ledger.reserve(request, caps) else { return nil }
        return refusal
    }

    /// Asks so many times at once; what was granted.
    static func grants(
        _ count: Int, of ledger: SpendLedger, _ ask: @escaping @Sendable (Int) -> (SpendRequest, SpendCaps)
    ) async throws -> [SpendReservation] {
        try await withThrowingTaskGroup(of: SpendReservation?.self) { group in
            for number in 0..<count {
                group.addTask {
                    let (request, caps) = ask(number)
                    do {
                        guard case .granted(let granted) = try await ledger.reserve(request, caps) else { return nil }
                        return granted
                    } catch let error as PortError where error.code == .busy {
                        return nil
                    }
                }
            }
            return try await group.reduce(into: []) { granted, one in
                if let one { granted.append(one) }
            }
        }
    }

    @Sendable static func capToTheMillionth(_ ledger: SpendLedger) async throws {
        let user = try Fresh.user()
        #expect(try await refusal(ledger, request(amounts: 101), caps(everyone: 100))?.cap == .everyone)
        #expect(try await ledger.usage(day...day).allSatisfy { $0.reserved == .zero && $0.open == 0 })
        #expect(try await refusal(ledger, request(amounts: 99, person: user), caps(person: 100)) == nil)
        #expect(try await refusal(ledger, request(amounts: 2, person: user), caps(person: 100))?.cap == .person)
        #expect(try await refusal(ledger, request(amounts: 1, person: user), caps(person: 100)) == nil)
        // Another person, another feature and nobody at all are not bound by it.
        #expect(try await refusal(ledger, request(amounts: 50, person: try Fresh.user()), caps(person: 100)) == nil)
        #expect(try await refusal(ledger, request(amounts: 51), caps(person: 100, feature: 200))?.cap == .feature)
        #expect(try await refusal(ledger, request(amounts: 50), caps(person: 100, feature: 200)) == nil)
        let night = request(amounts: 50, feature: .night)
        #expect(try await refusal(ledger, night, caps(feature: 200, everyone: 249))?.cap == .everyone)
        #expect(try await refusal(ledger, night, caps(feature: 200, everyone: 250)) == nil)
    }
}
