import Analyses
import Finance
import FoundationEssentials
import Jobs
import Logging
import NIOConcurrencyHelpers
import Ports
import Prompts
import TestKit

/// A night over stores in memory that a test can look into and break.
struct NightStage: Sendable {
    let users: [UserID]
    let book: RecordBook
    let shelf = NightShelf()
    let clock = TestClock()
    let runs: Runs
    let leases = Leases.inMemory()
    let peers = PeerGroups.inMemory()
    let categoryModels = CategoryModels.inMemory()
    let forgotten = Journal<UserID>()
    /// Whom something new was announced to.
    let announced = Journal<UserID>()
    /// People the backend has marked deleted.
    let deleted = NIOLockedValueBox<Set<UserID>>([])
    /// Everyone of whom something is held.
    let owners = NIOLockedValueBox<[UserID]>([])
    var active: Set<UserID> = []
    var settings = NightSettings()
    var reword: (@Sendable (Report, Snapshot) async -> NightPorts.Rewording)?

    /// So many people, each with Maya's records under an id of their own.
    init(people count: Int, runs: Runs = .inMemory()) {
        users = (0..<count).map(NamedPeople.somebody)
        book = RecordBook(Dictionary(uniqueKeysWithValues: users.map { ($0, NamedPeople.records(of: $0)) }))
        self.runs = runs
        settings.batch = 4
        settings.width = 2
    }

    var reads: NightReads { .inMemory(book, active: active) }

    var ports: NightPorts { ports() }

    func ports(
        reads: NightReads? = nil, writes: NightWrites? = nil, runs: Runs? = nil
    ) -> NightPorts {
        NightPorts(
            people: people, reads: reads ?? self.reads, state: shelf.state, writes: writes ?? shelf.port,
            runs: runs ?? self.runs, leases: leases, peerGroups: peers, categoryModels: categoryModels,
            holdings: holdings, reports: shelf.reports, reword: reword,
            forget: { user throws(PortError) in forget(user) }, memberID: { "m" + $0.hex },
            holdOut: HoldOut(salt: "test"), announce: { users in for user in users { announced.append(user) } },
            now: { clock.date }, clock: clock)
    }

    func shift(owner: String = "one", ports: NightPorts? = nil) -> NightShift {
        NightShift(
            ports: ports ?? self.ports, settings: settings, owner: owner,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }

    /// Asks for a run and carries it out.
    func run(_ id: String = "nightly-2026-04-20") async throws -> RunRecord {
        try await shift().runNow(wish(id)) { _ in }
    }

    func wish(_ id: String = "nightly-2026-04-20", only: UserID? = nil) -> RunRecord {
        RunRecord(id: id, night: Day(clock.date), asOf: clock.date, trigger: .command, only: only, at: clock.date)
    }

    /// Everything that is stored, as text that two runs can be compared by.
    func stored() async throws -> [String] {
        var lines: [String] = []
        for user in users {
            for report in try await shelf.reports.all(user) { lines.append("\(user) \(report)") }
            lines.append(
                "\(user) tips \(shelf.tips(of: user).map { "\($0.createdAt) \($0.texts.sorted { $0.key.rawValue < $1.key.rawValue })" } ?? "none")"
            )
            for alert in try await shelf.alerts.newest(user, 100) { lines.append("\(user) \(alert)") }
            for kind in PersonalState.Kind.allCases {
                guard let kept = try await shelf.state.read(kind, [user])[user] else { continue }
                lines.append("\(user) \(kind) \(kept.text)")
            }
        }
        for row in try await shelf.triage.page(nil, nil, 10_000) { lines.append("\(row)") }
        return lines
    }

    private func forget(_ user: UserID) -> Int {
        forgotten.append(user)
        owners.withLockedValue { $0.removeAll { $0 == user } }
        return 1
    }

    private var people: People {
        People(
            find: { user throws(PortError) in
                guard users.contains(user) else { return nil }
                let isDeleted = deleted.withLockedValue { $0.contains(user) }
                return Person(id: user, name: "", role: .user, isDeleted: isDeleted)
            },
            page: { after, limit throws(PortError) in
                let gone = deleted.withLockedValue { $0 }
                return Array(
                    users.filter { user in !gone.contains(user) && after.map { user > $0 } ?? true }.prefix(limit))
            })
    }

    private var holdings: Holdings {
        Holdings(
            export: { _ throws(PortError) in [] }, erase: { _ throws(PortError) in 0 },
            owners: { after, limit throws(PortError) in
                owners.withLockedValue { Array($0.filter { user in after.map { user > $0 } ?? true }.prefix(limit)) }
            }, purge: { _ throws(PortError) in 3 })
    }
}

extension NightWrites {
    /// Counts how often each person was stored.
    func counting(into journal: Journal<UserID>) -> NightWrites {
        let save = save
        return NightWrites { results, fence throws(PortError) in
            let refused = try await save(results, fence)
            for result in results where refused[result.user] == nil { journal.append(result.user) }
            return refused
        }
    }
}
