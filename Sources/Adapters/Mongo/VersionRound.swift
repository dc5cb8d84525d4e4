internal import Finance
internal import Mongo
internal import Ports

/// What tells that a person's records are as they were, at the price of counting: of every collection how many documents
/// there are, when the last of them changed, and the sum of those times. Anything added, changed, hidden or removed moves
/// one of them. The user document is small and taken as it is.
struct VersionRound: Sendable {
    let client: MongoClient

    private typealias Counts = [UserID: Count]

    /// Of one person's documents in one collection.
    private struct Count: Sendable {
        var text: String
        /// Whether every document says when it changed; the main backend's do, imported ones may not.
        var isDated: Bool
    }

    /// Who is unknown, or has a record that does not say when it changed, is left out.
    func versions(of users: [UserID]) async throws(PortError) -> [UserID: String] {
        guard !users.isEmpty else { return [:] }
        async let people = usersAndPartners(users)
        let counts = await withTaskGroup(of: (Int, Result<Counts, PortError>).self) { group in
            for (place, name) in Self.collections.enumerated() {
                group.addTask { (place, await count(users, in: name)) }
            }
            return await group.reduce(into: [Int: Result<Counts, PortError>]()) { $0[$1.0] = $1.1 }
        }
        let (own, partners) = try await people.get()
        var parts = [partners]
        for place in Self.collections.indices { parts.append(try counts[place]?.get() ?? [:]) }
        return own.compactMapValues { document in
            let user = document["_id"]?.id.flatMap { UserID($0.hex) }
            return user.flatMap { Self.version(of: $0, document, parts) }
        }
    }

    /// Collections a snapshot or a tip is made of.
    private static let collections =
        ["incomes", "expenses", "budgets", "debts", "savinggoals"] + CalculatorCollection.allCases.map(\.rawValue)

    private static func version(of user: UserID, _ document: BSONDocument, _ parts: [Counts]) -> String? {
        var hash = ContentHash()
        hash.add(document.bytes)
        for part in parts {
            let count = part[user]
            guard count?.isDated != false else { return nil }
            hash.add(count?.text ?? "")
        }
        return hash.digits
    }

    /// The documents of the people, and the household budgets of their partners by the person whose partner it is.
    private func usersAndPartners(_ users: [UserID]) async -> Result<([UserID: BSONDocument], Counts), PortError> {
        do throws(MongoError) {
            let query = RecordQuery.person(users[0]).widened(to: users)
            let found = try await client.find(query.query, in: query.collection)
            let own = found.reduce(into: [UserID: BSONDocument]()) { own, stored in
                if let user = stored["_id"]?.id.flatMap({ UserID($0.hex) }) { own[user] = stored }
            }
            let pairs = own.compactMapValues { $0["partnerId"]?.id.flatMap { UserID($0.hex) } }
            guard !pairs.isEmpty else { return .success((own, [:])) }
            let counts = try await grouped(Set(pairs.values).sorted(), in: "budgets", only: ["type": "household"])
            return .success((own, pairs.compactMapValues { counts[$0] }))
        } catch {
            return .failure(PortError(error))
        }
    }

    private func count(_ users: [UserID], in collection: String) async -> Result<Counts, PortError> {
        do throws(MongoError) { return .success(try await grouped(users, in: collection)) } catch {
            return .failure(PortError(error))
        }
    }

    private func grouped(
        _ users: [UserID], in collection: String, only: BSONDocument = [:]
    ) async throws(MongoError) -> Counts {
        let isDated: BSON = ["$eq": [["$type": "$updatedAt"], "date"]]
        let group: BSONDocument = [
            "_id": "$userId", "count": ["$sum": 1], "last": ["$max": "$updatedAt"],
            "dated": ["$sum": ["$cond": [isDated, 1, 0]]],
            "times": ["$sum": ["$cond": [isDated, ["$toLong": "$updatedAt"], 0]]],
        ]
        let match: BSONDocument = ["userId": .anyOf(users)]
        let rows = try await client.aggregate(
            [["$match": .document(match + only)], ["$group": .document(group)]], in: collection)
        return rows.reduce(into: [:]) { counts, row in
            guard let user = row["_id"]?.id.flatMap({ UserID($0.hex) }) else { return }
            let (count, dated) = (row["count"]?.integer ?? 0, row["dated"]?.integer ?? -1)
            let text = "\(count) \(row["last"]?.date ?? 0) \(row["times"]?.integer ?? 0)"
            counts[user] = Count(text: text, isDated: count == dated)
        }
    }
}
