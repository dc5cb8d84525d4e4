internal import Finance
internal import FoundationEssentials
internal import Logging
internal import Ports
internal import Prompts

// A model may say in better words what the reports say. It comes last and may be left out: every report is complete
// before. It keeps behind the chat, within a budget of reports and tokens, and what is left over waits for the next
// night.
extension NightRun {
    /// Words what is waiting for words.
    func word(_ progress: inout RunProgress) async throws {
        guard let reword = ports.reword else { return }
        let limit = settings.mostWorded
        let waiting = try await patiently { () throws(PortError) in
            try await ports.state.due(.night, progress.record.asOf, limit)
        }
        for start in stride(from: 0, to: waiting.count, by: settings.wordingWidth) {
            let users = waiting[start..<min(start + settings.wordingWidth, waiting.count)]
            let tally = progress.record.tally
            guard tally.worded + tally.unworded < limit, tally.tokens < settings.mostTokens else { return }
            try await quiet(progress.record)
            let outcomes = await withTaskGroup(of: Worded.self) { group in
                for user in users { group.addTask { await word(user, reword) } }
                return await group.reduce(into: []) { $0.append($1) }
            }
            for outcome in outcomes { progress.note { outcome.add(to: &$0.tally) } }
            try await save(&progress)
            try await checkWanted(progress.record)
        }
    }

    private struct Worded: Sendable {
        var worded = 0
        var unworded = 0
        var tokens = 0

        func add(to tally: inout RunRecord.Tally) {
            tally.worded += worded
            tally.unworded += unworded
            tally.tokens += tokens
        }
    }

    /// Waits until people leave the model some room.
    private func quiet(_ record: RunRecord) async throws {
        while ports.isChatBusy() {
            try await ports.clock.sleep(for: settings.pause)
            try await checkWanted(record)
        }
    }

    /// One person's reports. Whatever goes wrong, our own words stand; each is asked for once.
    private func word(
        _ user: UserID, _ reword: @Sendable (Report, Snapshot) async -> NightPorts.Rewording
    ) async -> Worded {
        var worded = Worded()
        guard let kept = try? await ports.state.read(.night, [user])[user],
            var memory = try? CodedText.read(kept.text, as: NightMemory.self),
            let snapshot = try? await ports.reads.snapshots([user], Month(containing: ports.now()), ports.now())[user]?
                .get()
        else { return worded }
        for kind in memory.unworded.compactMap(ReportKind.init(rawValue:)) {
            let report = Report(kind, of: snapshot)
            // Changed since: the next night words what it says then.
            guard report.inputHash == memory.written["report.\(kind.rawValue)"] else { continue }
            let answer = await reword(report, snapshot)
            worded.tokens += answer.tokens
            guard let words = answer.report else {
                worded.unworded += 1
                continue
            }
            let stored = StoredReport(
                kind: kind, summary: words.summary, insights: words.insights, createdAt: ports.now(),
                inputHash: report.inputHash, source: .model)
            if (try? await ports.reports.save(user, stored)) != nil { worded.worded += 1 }
        }
        memory.unworded = []
        if let text = try? CodedText.write(memory) {
            _ = try? await ports.state.write(.init(user: user, kind: .night, text: text, after: kept.revision))
        }
        return worded
    }
}
