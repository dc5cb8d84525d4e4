internal import Finance
internal import FoundationEssentials
internal import Mongo
internal import Ports

/// The snapshots of several people, made of one query a collection. What a person has too much of, and what one call
/// cannot bring or the client cannot read, is read again in halves and in the end for one person alone, by the very reader
/// of single snapshots: so everyone has the snapshot they have there, and one person's records spoil nobody else's.
struct SnapshotBatch: Sendable {
    let client: MongoClient
    let month: Month
    let now: Date
    let limits: SnapshotLimits

    typealias Snapshots = [UserID: Result<Snapshot, PortError>]

    /// Who is unknown or deleted is left out.
    func read(_ users: [UserID]) async throws(PortError) -> Snapshots {
        let people = Set(users).sorted()
        guard people.count > 1 else { return try await alone(people) }
        switch await together(people) {
        case .success(let (batch, tooMany)): return batch.merging(try await alone(tooMany)) { _, own in own }
        case .failure(let error) where error.code == .tooLarge || error.code == .malformed:
            let half = people.count / 2
            let first = try await read(Array(people[..<half]))
            return first.merging(try await read(Array(people[half...]))) { first, _ in first }
        case .failure(let error): throw PortError(error)
        }
    }

    /// People one after the other. A database that is not there is nobody's own error.
    private func alone(_ people: [UserID]) async throws(PortError) -> Snapshots {
        let single = Ports.Snapshots.mongo(client, limits: limits)
        var snapshots: Snapshots = [:]
        for user in people {
            do throws(PortError) {
                snapshots[user] = .success(try await single.read(user, month, now))
            } catch {
                if error.isRetryable || error.code == .cancelled { throw error }
                if error.code != .notFound { snapshots[user] = .failure(error) }
            }
        }
        return snapshots
    }

    private func together(_ people: [UserID]) async -> Result<(Snapshots, tooMany: [UserID]), MongoError> {
        let round: BatchRound.Answer
        do throws(MongoError) {
            round = try await BatchRound(client: client, people: people, month: month, now: now).read()
        } catch {
            return .failure(error)
        }
        var snapshots: Snapshots = [:]
        var tooMany: [UserID] = []
        for user in people {
            guard let documents = round.documents(of: user) else { continue }
            guard documents.mostOfAKind <= limits.records else {
                tooMany.append(user)
                continue
            }
            if let snapshot = try? Snapshot(documents: documents, month: month, asOf: now, limits: limits) {
                snapshots[user] = .success(snapshot)
            }
        }
        return .success((snapshots, tooMany))
    }
}

extension SnapshotDocuments {
    /// The size of the largest list.
    fileprivate var mostOfAKind: Int {
        [incomes, expenses, budgets, debts, savingGoals, partnerBudgets].map(\.count).max() ?? 0
    }
}

/// The queries of one batch, and what they brought by person.
private struct BatchRound: Sendable {
    let client: MongoClient
    let people: [UserID]
    let month: Month
    let now: Date

    private typealias ByPerson = [String: [Document]]

    struct Answer: Sendable {
        fileprivate let users: [String: [Document]]
        fileprivate let kinds: [[String: [Document]]]
        fileprivate let household: [String: [Document]]

        /// nil for an unknown person.
        func documents(of user: UserID) -> SnapshotDocuments? {
            guard let own = users[user.hex]?.first else { return nil }
            let lists = kinds.map { $0[user.hex] ?? [] }
            return SnapshotDocuments(
                user: own, incomes: lists[0], expenses: lists[1], budgets: lists[2], debts: lists[3],
                savingGoals: lists[4], partnerBudgets: own.partner.flatMap { household[$0.hex] } ?? [])
        }
    }

    func read() async throws(MongoError) -> Answer {
        let window = RecordQuery.Window(around: month, now: now)
        let one = people[0]
        async let users = usersAndHousehold()
        async let incomes = find(.incomes(of: one, window, limit: 0))
        async let expenses = find(.expenses(of: one, window, limit: 0))
        async let budgets = find(.budgets(of: one, limit: 0))
        async let debts = find(.debts(of: one, limit: 0))
        async let goals = find(.savingGoals(of: one, limit: 0))
        // Every part is waited for, so that none is cut short by another's failure and reported as cancelled.
        let parts = await (users, [incomes, expenses, budgets, debts, goals])
        let (own, household) = try parts.0.get()
        var kinds: [[String: [Document]]] = []
        for part in parts.1 { kinds.append(try part.get()) }
        return Answer(users: own, kinds: kinds, household: household)
    }

    /// Partners are only known once the people are; the other queries run meanwhile.
    private func usersAndHousehold() async -> Result<(ByPerson, ByPerson), MongoError> {
        do throws(MongoError) {
            let users = try await find(.person(people[0])).get()
            let partners = Set(users.values.joined().compactMap(\.partner)).sorted()
            guard let one = partners.first else { return .success((users, [:])) }
            return .success((users, try await find(.household(of: one, in: month, limit: 0), of: partners).get()))
        } catch {
            return .failure(error)
        }
    }

    private func find(_ query: RecordQuery, of owners: [UserID]? = nil) async -> Result<ByPerson, MongoError> {
        do throws(MongoError) {
            let found = try await query.widened(to: owners ?? people).documents(client)
            return .success(Dictionary(grouping: found) { $0.ownerHex })
        } catch {
            return .failure(error)
        }
    }
}

extension Document {
    /// Whose it is: a record names its owner, a user is their own.
    fileprivate var ownerHex: String {
        if case .id(let hex) = self["userId"] ?? self["_id"] { hex } else { "" }
    }

    /// The partner a user document names.
    var partner: UserID? {
        if case .id(let hex) = self["partnerId"] { UserID(hex) } else { nil }
    }
}
