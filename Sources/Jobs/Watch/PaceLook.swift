internal import Analyses
internal import Finance
internal import FoundationEssentials
internal import Ports

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
        let rules = try await ports.state.rules(of: user, under: ports.reads.appSettings)
        try await ports.state.put(alerts.map { $0.nudge(at: now) }, before: user, rules, at: now)
    }
}
