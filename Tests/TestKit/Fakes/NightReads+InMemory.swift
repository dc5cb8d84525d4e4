public import Analyses
public import Finance
import FoundationEssentials
import NIOConcurrencyHelpers
public import Ports

extension NightReads {
    /// What a night reads of people in a book: their versions count the changes made there. `active` are those who wrote
    /// of late, `unversioned` those whose records do not say when they changed.
    public static func inMemory(
        _ book: RecordBook, calculators: [UserID: CalculatorDocuments] = [:], active: Set<UserID> = [],
        unversioned: Set<UserID> = [], appSettings: [UserID: AppSettings] = [:]
    ) -> NightReads {
        NightReads(
            active: { _, limit in Array(active.sorted().prefix(max(1, limit))) },
            versions: { users in
                let told = users.filter { !unversioned.contains($0) }
                let pairs = told.compactMap { user in book.version(of: user).map { (user, "version-\($0)") } }
                return Dictionary(pairs) { first, _ in first }
            },
            snapshots: { users, month, now in
                var read: [UserID: Result<Snapshot, PortError>] = [:]
                for user in users {
                    do throws(PortError) {
                        read[user] = .success(try await book.port.read(user, month, now))
                    } catch {
                        if error.code != .notFound { read[user] = .failure(error) }
                    }
                }
                return read
            },
            calculators: { users in
                Dictionary(users.map { ($0, calculators[$0] ?? CalculatorDocuments()) }) { first, _ in first }
            },
            appSettings: { users in appSettings.filter { users.contains($0.key) } })
    }
}
