internal import Analyses
internal import Finance
internal import FoundationEssentials
internal import Ports

// What our messages do to spending: each box holds what was spent after messages that were delivered and after those that
// were held out, and once a week all of them are summed up.
extension NightRun {
    /// Runs looked through for the last sum; more than a week of them.
    private static let back = 50

    /// Sums up, unless this week has been.
    func tryMessages(_ progress: inout RunProgress) async throws {
        let week = ISOWeek(containing: progress.record.night)
        let before = try await patiently { () throws(PortError) in try await ports.runs.newest(Self.back) }
        guard !before.contains(where: { $0.trials != nil && ISOWeek(containing: $0.night) == week }) else { return }
        let shares = try await trialShares()
        let trials = NudgeOutcome.Window.allCases.map { NudgeTrial(of: shares[$0] ?? [], window: $0) }
        progress.note { $0.trials = trials }
    }

    /// One share a person who takes part, for each window: a few numbers each.
    private func trialShares() async throws -> [NudgeOutcome.Window: [TrialShare]] {
        try await everyone(into: [:]) { users throws(PortError) in
            let kept = try await ports.state.read(.nudges, users)
            return try kept.values.map { kept throws(PortError) in
                try CodedText.read(kept.text, as: NudgeBox.self).log.outcomes
            }
        } _: { shares, outcomes in
            for outcomes in outcomes where !outcomes.isEmpty {
                for window in NudgeOutcome.Window.allCases {
                    shares[window, default: []].append(TrialShare(of: outcomes, in: window))
                }
            }
        }
    }
}
