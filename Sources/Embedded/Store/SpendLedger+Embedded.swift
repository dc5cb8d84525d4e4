import Finance
import FoundationEssentials
import GRDB
public import Ports

extension SpendLedger {
    /// The ledger of the embedded store. One transaction weighs a request and sets it aside, and transactions that write
    /// come one after the other, from another process as well.
    public static func embedded(_ store: EmbeddedStore) -> SpendLedger {
        SpendLedger(
            reserve: { request, caps throws(PortError) in
                try await store.write { db in try SpendRow.reserve(request, caps, db) }
            },
            settle: { settlements throws(PortError) in
                guard !settlements.isEmpty else { return }
                try await store.write { db in
                    for settlement in settlements { try SpendRow.settle(settlement, db) }
                }
            },
            usage: { days throws(PortError) in
                let first = max(days.lowerBound.number, days.upperBound.number - SpendLedger.mostDays + 1)
                return try await store.read { db in try SpendRow.lines(first...days.upperBound.number, db) }
            })
    }
}

/// Rows of the ledger.
private enum SpendRow {
    /// A request made twice is found by its id.
    static func reserve(_ request: SpendRequest, _ caps: SpendCaps, _ db: Database) throws -> SpendAnswer {
        let held = try Int.fetchOne(db, sql: "SELECT choice FROM reservations WHERE id = ?", arguments: [request.id])
        if let held, request.choices.indices.contains(held) { return .granted(request.reservation(held)) }
        switch caps.verdict(on: request, at: try standing(of: request, db)) {
        case .refused(let refusal): return .refused(refusal)
        case .fits(let choice):
            let reservation = request.reservation(choice)
            try db.execute(
                sql: "INSERT INTO reservations (id, day, choice) VALUES (?, ?, ?)",
                arguments: [request.id, request.day.number, choice])
            for row in rows(of: reservation) {
                try db.execute(
                    sql: """
                        INSERT INTO spend (day, userId, feature, model, open, reserved) VALUES (?1, ?2, ?3, ?4, 1, ?5)
                        ON CONFLICT DO UPDATE SET open = open + 1, reserved = reserved + ?5
                        """,
                    arguments: row + [reservation.amount.microdollars])
            }
            return .granted(reservation)
        }
    }

    /// The rows are not made again: a person may have been erased meanwhile.
    static func settle(_ settlement: SpendSettlement, _ db: Database) throws {
        let reservation = settlement.reservation
        try db.execute(
            sql: "DELETE FROM reservations WHERE id = ? AND choice = ?",
            arguments: [reservation.id, reservation.choice])
        guard db.changesCount > 0 else { return }
        let taken = settlement.taken
        let cost = taken?.cost.microdollars ?? 0
        for row in rows(of: reservation) {
            try db.execute(
                sql: """
                    UPDATE spend SET open = open - 1, reserved = reserved - ?5, requests = requests + ?6,
                        promptTokens = promptTokens + ?7, completionTokens = completionTokens + ?8, spent = spent + ?9,
                        estimated = estimated + ?10
                    WHERE day = ?1 AND userId = ?2 AND feature = ?3 AND model = ?4
                    """,
                arguments: row + [
                    reservation.amount.microdollars, taken == nil ? 0 : 1, taken?.promptTokens ?? 0,
                    taken?.completionTokens ?? 0, cost, taken?.isEstimated == true ? cost : 0,
                ])
        }
    }

    static func lines(_ days: ClosedRange<Int>, _ db: Database) throws -> [SpendLine] {
        let sql = "SELECT * FROM spend WHERE day BETWEEN ? AND ? AND userId = '' ORDER BY day DESC, feature, model"
        return try Row.fetchAll(db, sql: sql, arguments: [days.lowerBound, days.upperBound]).map { row in
            var line = SpendLine(day: Day(number: row["day"]), feature: row["feature"], model: row["model"])
            line.requests = row["requests"]
            line.promptTokens = row["promptTokens"]
            line.completionTokens = row["completionTokens"]
            line.spent = Spend(microdollars: row["spent"])
            line.estimated = Spend(microdollars: row["estimated"])
            line.open = row["open"]
            line.reserved = Spend(microdollars: row["reserved"])
            return line
        }
    }

    /// What counts already. The lines of a day are few, and their sum is the day's.
    private static func standing(of request: SpendRequest, _ db: Database) throws -> SpendStanding {
        let sum = "SELECT coalesce(sum(spent + reserved), 0) FROM spend WHERE day = ? AND userId = ?"
        func amount(_ sql: String, _ arguments: StatementArguments) throws -> Spend {
            Spend(microdollars: try Int64.fetchOne(db, sql: sql, arguments: arguments) ?? 0)
        }
        let day = request.day.number
        return SpendStanding(
            person: try request.person.map { try amount(sum, [day, $0.hex]) } ?? .zero,
            feature: try amount(sum + " AND feature = ?", [day, "", request.feature.rawValue]),
            everyone: try amount(sum, [day, ""]))
    }

    /// Whose rows a call is booked in: the person's and the line's.
    private static func rows(of reservation: SpendReservation) -> [StatementArguments] {
        let day = reservation.day.number
        let line: StatementArguments = [day, "", reservation.feature.rawValue, reservation.model]
        return (reservation.person.map { [[day, $0.hex, "", ""]] } ?? []) + [line]
    }
}
