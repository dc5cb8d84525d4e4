public import Finance
public import Logging
internal import NIOConcurrencyHelpers
public import Ports

/// Notices between nights that the records of people who are here have changed, and tells them when a budget reaches a
/// threshold by it.
///
/// Where the store tells of changes, they are heard of within a beat. Where it does not, the version of everyone connected
/// is asked for every `pause`, more seldom the more they are: a question costs as much as `NightReads.versions` does, a
/// few sums a collection, and nobody is read whose version is what it was. Who has just come in is looked at by that
/// question too. Whose records do not say when they changed has no version: they are read when they come in, when
/// changes begin or cease to be told, and every half minute.
public struct ChangeWatch: Sendable {
    /// Between two looks at what changed.
    static let beat: Duration = .milliseconds(250)
    /// From question to question, for each `group` of people.
    public static let pause: Duration = .seconds(1)
    /// How long changes are left alone once they could not be followed, and once the store said that it never tells any.
    static let rest: Duration = .seconds(5)
    static let longRest: Duration = .seconds(3_600)
    /// People asked about together.
    static let group = 64
    /// Most people watched by one instance, in order of id; the others hear of it at night.
    static let most = 2_048

    private let ports: NightPorts
    private let changes: Changes
    private let connected: @Sendable () -> [UserID]
    private let logger: Logger
    private let agenda = NIOLockedValueBox(WatchAgenda())

    /// A watch over whoever `connected` names.
    public init(
        ports: NightPorts, changes: Changes = .none, connected: @escaping @Sendable () -> [UserID], logger: Logger
    ) {
        self.ports = ports
        self.changes = changes
        self.connected = connected
        self.logger = logger
    }

    /// Watches until cancelled.
    public func run() async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await follow() }
            group.addTask { await look() }
        }
    }

    /// Keeps hold of the store's changes, as far as it tells any.
    private func follow() async {
        while !Task.isCancelled {
            var rest = Self.rest
            do throws(PortError) {
                try await changes.follow { event in agenda.withLockedValue { $0.take(event) } }
            } catch {
                if error.code == .refused { rest = Self.longRest }
                if error.code != .cancelled { logger.notice("watch.not_told", metadata: ["error": "\(error)"]) }
            }
            agenda.withLockedValue { $0.lose() }
            try? await ports.clock.sleep(for: rest)
        }
    }

    private func look() async {
        var known: [UserID: String] = [:]
        var here: Set<UserID> = []
        var time = Duration.zero
        while !Task.isCancelled {
            let people = Array(connected().sorted().prefix(Self.most))
            let newcomers = people.filter { !here.contains($0) }
            here = Set(people)
            let groups = max(1, (people.count + Self.group - 1) / Self.group)
            let now = time
            let (due, question) = agenda.withLockedValue { agenda in
                (agenda.due(among: here), agenda.question(at: now, every: Self.pause * groups))
            }
            for user in due { await look(at: user) }
            if question != .nothing {
                known = await versions(of: people, knowing: known, readsUndated: question == .everything)
            } else if !newcomers.isEmpty {
                known.merge(await versions(of: newcomers, knowing: [:], readsUndated: true)) { $1 }
            }
            try? await ports.clock.sleep(for: Self.beat)
            time += Self.beat
        }
    }

    private func versions(
        of people: [UserID], knowing known: [UserID: String], readsUndated: Bool
    ) async -> [UserID: String] {
        do throws(PortError) {
            return try await look(at: people, knowing: known, readsUndated: readsUndated)
        } catch {
            logger.warning("watch.not_looked", metadata: ["error": "\(error)"])
            return known
        }
    }

    /// Looks at those whose version is another than the known one; gives the versions to know from now on. Somebody whose
    /// look failed is looked at again.
    func look(
        at people: [UserID], knowing known: [UserID: String], readsUndated: Bool = false
    ) async throws(PortError) -> [UserID: String] {
        var now: [UserID: String] = [:]
        for start in stride(from: 0, to: people.count, by: Self.group) {
            let some = Array(people[start..<min(start + Self.group, people.count)])
            let versions = try await ports.reads.versions(some)
            if readsUndated {
                for user in some where versions[user] == nil { await look(at: user) }
            }
            for (user, version) in versions {
                guard known[user] != version else {
                    now[user] = version
                    continue
                }
                if await look(at: user) { now[user] = version }
            }
        }
        return now
    }

    /// Whether it could be done.
    @discardableResult
    private func look(at user: UserID) async -> Bool {
        do throws(PortError) {
            try await PaceLook(ports: ports).look(at: user)
            return true
        } catch {
            logger.warning("watch.not_looked", metadata: ["error": "\(error)"])
            return false
        }
    }
}
