internal import Finance
internal import FoundationEssentials
internal import Mongo
internal import Ports

/// A reservation as the documents of the ledger hold it.
///
/// ```
///   2026-11-22 661f…     kind person   day  userId  committed                     open {number: amount}
///   2026-11-22           kind day      day          committed  features {chat: …}  open
///   2026-11-22 chat m    kind line     day  feature model  requests … spent reserved  open
/// ```
/// `committed` is what is spent and what is set aside together.
struct SpendBooking: Sendable {
    /// The documents it is booked in, in the order of taking.
    enum Account: Sendable, Hashable { case person(UserID), day, line }

    let reservation: SpendReservation
    let accounts: [Account]

    init(_ reservation: SpendReservation) {
        self.reservation = reservation
        accounts = (reservation.person.map { [.person($0)] } ?? []) + [.day, .line]
    }

    /// The `_id` of its document.
    func key(_ account: Account) -> String {
        switch account {
        case .person(let user): "\(reservation.day) \(user.hex)"
        case .day: "\(reservation.day)"
        case .line: "\(reservation.day) \(reservation.feature.rawValue) \(reservation.model)"
        }
    }

    /// Takes it in every document, as far as the caps allow.
    func taking(under caps: SpendCaps, _ request: SpendRequest) -> [MongoChange] {
        let amount = reservation.amount
        /// A document that has no such field yet matches as well.
        func room(_ cap: SpendCap, in field: String, _ filter: inout BSONDocument) {
            guard let limit = caps.limit(cap, of: request, choice: reservation.choice) else { return }
            filter[field] = ["$not": ["$gt": .int64((limit - amount).microdollars)]]
        }
        return accounts.map { account in
            var filter: BSONDocument = ["_id": .string(key(account))]
            filter[open] = ["$exists": false]
            switch account {
            case .person: room(.person, in: "committed", &filter)
            case .day:
                room(.feature, in: feature, &filter)
                room(.everyone, in: "committed", &filter)
            case .line: break
            }
            let once = identity(account) + ["day": BSON(reservation.day.start)]
            let update: BSONDocument = [
                "$setOnInsert": .document(once), "$set": .document(BSONDocument([.init(open, BSON(amount))])),
                "$inc": .document(sums(account, committed: amount, reserved: amount)),
            ]
            return MongoChange(filter, update, upsert: true)
        }
    }

    /// Puts what was taken in the place of what was set aside, wherever that still stands, and stands with this amount. Nothing is inserted: a person
    /// may have been erased meanwhile.
    func settling(_ settlement: SpendSettlement) -> [MongoChange] {
        let taken = settlement.taken
        return accounts.map { account in
            var filter: BSONDocument = ["_id": .string(key(account))]
            filter[open] = BSON(reservation.amount)
            let back = Spend.zero - reservation.amount
            var sums = sums(account, committed: settlement.change, reserved: back)
            if account == .line, let taken {
                sums["requests"] = .int64(1)
                sums["promptTokens"] = .int64(Int64(taken.promptTokens))
                sums["completionTokens"] = .int64(Int64(taken.completionTokens))
                sums["spent"] = BSON(taken.cost)
                sums["estimated"] = BSON(taken.isEstimated ? taken.cost : .zero)
            }
            let update: BSONDocument = [
                "$inc": .document(sums), "$unset": .document(BSONDocument([.init(open, "")])),
            ]
            return MongoChange(filter, update)
        }
    }

    /// Whether it is set aside in a document.
    func holds(_ account: Account, in found: [BSONDocument]) -> Bool {
        document(account, in: found)?["open"]?.document?[reservation.id] != nil
    }

    /// What counts beside itself.
    func standing(in found: [BSONDocument]) -> SpendStanding {
        var standing = SpendStanding()
        for account in accounts {
            let stored = document(account, in: found)
            let own = holds(account, in: found) ? reservation.amount : .zero
            switch account {
            case .person: standing.person = Spend(stored?["committed"]) - own
            case .day:
                standing.everyone = Spend(stored?["committed"]) - own
                standing.feature = Spend(stored?["features"]?.document?[reservation.feature.rawValue]) - own
            case .line: break
            }
        }
        return standing
    }

    /// A stored line; nil for a document that is none.
    static func line(_ stored: BSONDocument) -> SpendLine? {
        guard let day = stored["day"]?.date, let feature = stored["feature"]?.string,
            let model = stored["model"]?.string
        else { return nil }
        var line = SpendLine(day: Day(Date(milliseconds: day)), feature: feature, model: model)
        line.requests = Int(clamping: stored["requests"]?.integer ?? 0)
        line.promptTokens = Int(clamping: stored["promptTokens"]?.integer ?? 0)
        line.completionTokens = Int(clamping: stored["completionTokens"]?.integer ?? 0)
        line.spent = Spend(stored["spent"])
        line.estimated = Spend(stored["estimated"])
        line.open = stored["open"]?.document?.elements.count ?? 0
        line.reserved = Spend(stored["reserved"])
        return line
    }

    private var open: String { "open.\(reservation.id)" }
    private var feature: String { "features.\(reservation.feature.rawValue)" }

    private func identity(_ account: Account) -> BSONDocument {
        switch account {
        case .person(let user): ["kind": "person", "userId": BSON(user)]
        case .day: ["kind": "day"]
        case .line:
            [
                "kind": "line", "feature": .string(reservation.feature.rawValue),
                "model": .string(reservation.model),
            ]
        }
    }

    private func sums(_ account: Account, committed: Spend, reserved: Spend) -> BSONDocument {
        switch account {
        case .person: ["committed": BSON(committed)]
        case .day: ["committed": BSON(committed)] + BSONDocument([.init(feature, BSON(committed))])
        case .line: ["reserved": BSON(reserved)]
        }
    }

    private func document(_ account: Account, in found: [BSONDocument]) -> BSONDocument? {
        found.first { $0["_id"]?.string == key(account) }
    }
}

extension BSON {
    init(_ spend: Spend) { self = .int64(spend.microdollars) }
}

extension Spend {
    fileprivate init(_ stored: BSON?) { self.init(microdollars: stored?.integer ?? 0) }
}
