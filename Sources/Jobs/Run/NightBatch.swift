internal import Analyses
internal import Finance
internal import FoundationEssentials
internal import Ports

/// Some people of one run: read together, worked out one by one, stored together.
struct NightBatch: Sendable {
    let ports: NightPorts
    let run: RunRecord
    let fence: Fence
    /// Attempts that each of these people has behind them.
    var attempts: [UserID: Int] = [:]
    /// Whether to work people out whose records have not changed.
    var isForced = false

    private var today: Day { Day(run.asOf) }
    private var month: Month { Month(containing: run.asOf) }

    /// One after the other: what cannot be read or stored for all of them is an error, what concerns one person is theirs.
    func work(_ users: [UserID]) async throws(PortError) -> RunProgress.Outcome {
        var outcome = RunProgress.Outcome()
        outcome.seen = users.count
        let befores = try await befores(users)
        let changed = users.filter { user in
            isForced || !isUnchanged(befores[user])
        }
        outcome.unchanged = users.count - changed.count
        guard !changed.isEmpty else { return outcome }
        let results = try await workOut(changed, try await completed(befores, changed), &outcome)
        try await store(results, &outcome)
        return outcome
    }

    /// What is known without reading a record.
    private func befores(_ users: [UserID]) async throws(PortError) -> [UserID: PersonNight.Before] {
        async let versions = Result.awaiting { () throws(PortError) in try await ports.reads.versions(users) }
        async let kept = Result.awaiting { () throws(PortError) in try await ports.state.read(.night, users) }
        async let chosen = Result.awaiting { () throws(PortError) in try await ports.state.read(.choices, users) }
        let (told, nights, choices) = try (await versions.get(), await kept.get(), await chosen.get())
        return Dictionary(
            uniqueKeysWithValues: users.map { user in
                var before = PersonNight.Before()
                before.kept[.night] = nights[user]
                before.kept[.choices] = choices[user]
                before.inputs = NightInputs.key(version: told[user], month: month, before.decisions)
                before.canWord = ports.reword != nil
                before.holdOut = ports.holdOut
                return (user, before)
            })
    }

    private func isUnchanged(_ before: PersonNight.Before?) -> Bool {
        // A memory that cannot be read is worked out, where the fault is told as that person's.
        guard let before, let memory = try? before.memory() else { return false }
        return NightInputs.areUnchanged(memory, key: before.inputs, on: today)
    }

    /// Adds what is needed to work people out.
    private func completed(
        _ befores: [UserID: PersonNight.Before], _ users: [UserID]
    ) async throws(PortError) -> [UserID: PersonNight.Before] {
        var befores = befores
        for (user, documents) in try await ports.reads.calculators(users) { befores[user]?.calculators = documents }
        for (user, settings) in try await ports.reads.appSettings(users) { befores[user]?.app = settings }
        for kind in [PersonalState.Kind.insights, .nudges, .names] {
            for (user, kept) in try await ports.state.read(kind, users) { befores[user]?.kept[kind] = kept }
        }
        return befores
    }

    private func workOut(
        _ users: [UserID], _ befores: [UserID: PersonNight.Before], _ outcome: inout RunProgress.Outcome
    ) async throws(PortError) -> [NightResult] {
        let snapshots = try await ports.reads.snapshots(users, month, run.asOf)
        var results: [NightResult] = []
        for user in users {
            guard let read = snapshots[user] else {
                outcome.gone += 1
                continue
            }
            let began = ContinuousClock.now
            do throws(PortError) {
                var snapshot = try read.get()
                snapshot.decisions = befores[user]?.decisions ?? SeriesDecisions()
                guard snapshot.person.isOfPopulation else {
                    outcome.gone += 1
                    continue
                }
                let night = try PersonNight(of: snapshot, after: befores[user] ?? PersonNight.Before())
                note(night, &outcome)
                if night.result.isEmpty { outcome.unchanged += 1 } else { results.append(night.result) }
            } catch {
                outcome.failures.append(failure(of: user, error))
            }
            outcome.times.append(began.duration(to: .now))
        }
        return results
    }

    private func note(_ night: PersonNight, _ outcome: inout RunProgress.Outcome) {
        outcome.levels[night.levels, default: 0] += 1
        outcome.alerts += night.result.alerts.count
        outcome.insights += night.appeared
    }

    private func store(_ results: [NightResult], _ outcome: inout RunProgress.Outcome) async throws(PortError) {
        guard !results.isEmpty else { return }
        let refused = try await ports.writes.save(results, fence)
        outcome.changed += results.count - refused.count
        let news = results.filter { result in
            refused[result.user] == nil && result.states.contains { $0.kind == .insights || $0.kind == .nudges }
        }
        await ports.announce(news.map(\.user))
        for (user, error) in refused.sorted(by: { $0.key < $1.key }) {
            outcome.failures.append(failure(of: user, error))
        }
    }

    private func failure(of user: UserID, _ error: PortError) -> RunRecord.Failure {
        RunRecord.Failure(user: user, cause: error.code.rawValue, attempts: (attempts[user] ?? 0) + 1)
    }
}
