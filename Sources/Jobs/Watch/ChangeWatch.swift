internal import Analyses
public import Finance
internal import FoundationEssentials
public import Logging
internal import Ports

/// Notices between nights that the records of people who are here have changed, and tells them when a budget reaches a
/// threshold by it. Nobody is read whose version is what it was.
///
/// The version of everyone connected is asked for every `pause`, more seldom the more they are: a question costs as much
/// as `NightReads.versions` does, a few sums a collection. Who has just come in is looked at once.
public struct ChangeWatch: Sendable {
    /// From look to look, for each `group` of people.
    public static let pause: Duration = .seconds(1)
    /// People asked about together.
    static let group = 64
    /// Most people watched by one instance, in order of id; the others hear of it at night.
    static let most = 2_048

    private let ports: NightPorts
    private let connected: @Sendable () -> [UserID]
    private let logger: Logger

    /// A watch over whoever `connected` names.
    public init(ports: NightPorts, connected: @escaping @Sendable () -> [UserID], logger: Logger) {
        self.ports = ports
        self.connected = connected
        self.logger = logger
    }

    /// Watches until cancelled.
    public func run() async {
        var known: [UserID: String] = [:]
        while !Task.isCancelled {
            let people = Array(connected().sorted().prefix(Self.most))
            do throws(PortError) {
                known = try await look(at: people, knowing: known)
            } catch {
                logger.warning("watch.not_looked", metadata: ["error": "\(error)"])
            }
            let groups = max(1, (people.count + Self.group - 1) / Self.group)
            try? await ports.clock.sleep(for: Self.pause * groups)
        }
    }

    /// Looks at those whose version is another than the known one; gives the versions to know from now on. Somebody whose
    /// look failed is looked at again.
    func look(at people: [UserID], knowing known: [UserID: String]) async throws(PortError) -> [UserID: String] {
        var now: [UserID: String] = [:]
        for start in stride(from: 0, to: people.count, by: Self.group) {
            let some = Array(people[start..<min(start + Self.group, people.count)])
            for (user, version) in try await ports.reads.versions(some) {
                guard known[user] != version else {
                    now[user] = version
                    continue
                }
                do throws(PortError) {
                    try await PaceLook(ports: ports).look(at: user)
                    now[user] = version
                } catch {
                    logger.warning("watch.not_told", metadata: ["error": "\(error)"])
                }
            }
        }
        return now
    }
}

/// One person's budgets against what was said of them.
struct PaceLook: Sendable {
    let ports: NightPorts

    /// Tells what has to be told. The message is stored before it is noted as told: cut off in between, its key is known
    /// the next time.
    func look(at user: UserID) async throws(PortError) {
        let now = ports.now()
        let month = Month(containing: now)
        guard let snapshot = try await ports.reads.snapshots([user], month, now)[user]?.get(),
            snapshot.person.isOfPopulation
        else { return }
        let memory = try await ports.state.value(.night, of: user, as: NightMemory.self) ?? NightMemory()
        let alerts = (memory.pace ?? PaceMemory()).after(snapshot).alerts
        if !alerts.isEmpty { try await tell(alerts, to: user, now) }
        try await ports.state.change(
            .night, of: user, from: NightMemory(),
            due: { $0.unworded.isEmpty ? nil : Date(timeIntervalSince1970: 0) }
        ) { memory in
            memory.pace = (memory.pace ?? PaceMemory()).after(snapshot).memory
        }
        if !alerts.isEmpty { await ports.announce([user]) }
    }

    private func tell(_ alerts: [PaceAlert], to user: UserID, _ now: Date) async throws(PortError) {
        let choices = try await ports.state.value(.choices, of: user, as: PersonalChoices.self) ?? PersonalChoices()
        let rules = choices.messages.following(try await ports.reads.appSettings([user])[user])
        try await ports.state.change(
            .nudges, of: user, from: NudgeBox(), due: { $0.nextDue(after: now, rules, in: rules.place) }
        ) { box in
            for alert in alerts { box.add(alert.nudge(at: now), rules) }
        }
    }
}
