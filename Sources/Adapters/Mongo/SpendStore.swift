internal import Finance
internal import Mongo
internal import Ports

/// The ledger in `sidecar_spend`.
///
/// A call is booked in up to three documents, the person's, the day's and the line's, by one command that stops at the
/// first that fails. Each is an upsert whose filter holds the cap: where a document is there and does not match, inserting
/// it breaks its `_id`, and that is the refusal. So weighing and taking are one step of the server's.
///
/// What is set aside stands in each document under the request's number. That makes every change one that may be made
/// twice, tells an answer that was lost from a refusal, and shows what was never settled.
struct SpendStore: Sendable {
    /// Attempts at one request. Another is made where two wanted to insert one document, or where room came back.
    static let attempts = 6

    let client: MongoClient

    func reserve(_ request: SpendRequest, _ caps: SpendCaps) async throws(PortError) -> SpendAnswer {
        var verdict = caps.verdict(on: request, at: SpendStanding())
        for _ in 0..<Self.attempts {
            guard case .fits(let choice) = verdict else { break }
            let booking = SpendBooking(request.reservation(choice))
            if try await take(booking, request, caps) { return .granted(booking.reservation) }
            let found = try await documents(of: booking)
            let held = booking.accounts.filter { booking.holds($0, in: found) }
            if held.count == booking.accounts.count { return .granted(booking.reservation) }
            if !held.isEmpty { try await settle([SpendSettlement(booking.reservation, taken: nil)]) }
            verdict = caps.verdict(on: request, at: booking.standing(in: found))
        }
        guard case .refused(let refusal) = verdict else {
            throw PortError(.busy, "too many write to the spend ledger at once")
        }
        return .refused(refusal)
    }

    func settle(_ settlements: [SpendSettlement]) async throws(PortError) {
        let changes = settlements.flatMap { settlement in
            SpendBooking(settlement.reservation).settling(settlement)
        }
        guard !changes.isEmpty else { return }
        let bulk = try await PortError.translating { () async throws(MongoError) in
            try await client.update(changes, in: OwnCollection.spend)
        }
        if let failure = bulk.failures.values.first { throw PortError(failure) }
    }

    func usage(_ days: ClosedRange<Day>) async throws(PortError) -> [SpendLine] {
        let first = max(days.lowerBound, days.upperBound.advanced(by: 1 - SpendLedger.mostDays))
        let filter: BSONDocument = [
            "kind": "line", "day": ["$gte": BSON(first.start), "$lte": BSON(days.upperBound.start)],
        ]
        let found = try await find(MongoQuery(filter))
        return found.compactMap(SpendBooking.line).sorted(by: SpendLine.inOrder)
    }

    /// True when all is taken, false when some document did not match or was being inserted by another.
    private func take(
        _ booking: SpendBooking, _ request: SpendRequest, _ caps: SpendCaps
    ) async throws(PortError) -> Bool {
        let changes = booking.taking(under: caps, request)
        let bulk = try await PortError.translating { () async throws(MongoError) in
            try await client.update(changes, in: OwnCollection.spend, inOrder: true)
        }
        guard let failure = bulk.failures.values.first else { return true }
        guard failure.code == .duplicateKey else { throw PortError(failure) }
        return false
    }

    private func documents(of booking: SpendBooking) async throws(PortError) -> [BSONDocument] {
        try await find(MongoQuery(["_id": ["$in": BSON(booking.accounts.map { booking.key($0) })]]))
    }

    private func find(_ query: MongoQuery) async throws(PortError) -> [BSONDocument] {
        try await PortError.translating { () async throws(MongoError) in
            try await client.find(query, in: OwnCollection.spend.name)
        }
    }
}
