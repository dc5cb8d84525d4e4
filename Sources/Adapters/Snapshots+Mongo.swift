public import Finance
internal import FoundationEssentials
public import Mongo
public import Ports

extension Snapshots {
    /// Reads one person's records of the main backend in one round of parallel queries. Any part that fails fails the
    /// whole: a snapshot with a hole would be wrong figures. More than `limits.records` of a kind leaves the oldest out
    /// with a remark.
    public static func mongo(_ client: MongoClient, limits: SnapshotLimits = SnapshotLimits()) -> Snapshots {
        Snapshots { user, month, now async throws(PortError) in
            let documents = try await SnapshotRound(client: client, user: user, month: month, now: now, limits: limits)
                .read()
            do throws(SnapshotError) {
                return try Snapshot(documents: documents, month: month, asOf: now, limits: limits)
            } catch {
                throw PortError(.notFound, "the person is unknown or deleted")
            }
        }
    }
}

/// The queries of one snapshot.
private struct SnapshotRound: Sendable {
    let client: MongoClient
    let user: UserID
    let month: Month
    let now: Date
    let limits: SnapshotLimits

    func read() async throws(PortError) -> SnapshotDocuments {
        let window = RecordQuery.Window(around: month, now: now)
        let limit = limits.records
        async let person = personAndPartner()
        async let incomes = find(.incomes(of: user, window, limit: limit))
        async let expenses = find(.expenses(of: user, window, limit: limit))
        async let budgets = find(.budgets(of: user, limit: limit))
        async let debts = find(.debts(of: user, limit: limit))
        async let goals = find(.savingGoals(of: user, limit: limit))
        // Every part is waited for, so that none is cut short by another's failure and reported as cancelled.
        let parts = await (person, incomes, expenses, budgets, debts, goals)
        let (own, partners) = try parts.0.get()
        return SnapshotDocuments(
            user: own, incomes: try parts.1.get(), expenses: try parts.2.get(), budgets: try parts.3.get(),
            debts: try parts.4.get(), savingGoals: try parts.5.get(), partnerBudgets: partners)
    }

    /// The partner is only known once the person is; the other queries run meanwhile.
    private func personAndPartner() async -> Result<(Document, [Document]), PortError> {
        do throws(PortError) {
            guard let own = try await RecordQuery.person(user).read(client).first else {
                throw PortError(.notFound, "the person is unknown or deleted")
            }
            guard let partner = own.partner else { return .success((own, [])) }
            let household = RecordQuery.household(of: partner, in: month, limit: limits.records)
            return .success((own, try await household.read(client)))
        } catch {
            return .failure(error)
        }
    }

    private func find(_ query: RecordQuery) async -> Result<[Document], PortError> {
        do throws(PortError) { return .success(try await query.read(client)) } catch { return .failure(error) }
    }
}
