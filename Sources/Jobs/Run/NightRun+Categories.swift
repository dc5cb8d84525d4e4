internal import Analyses
internal import Finance
internal import Ports

// The model of categories, made of what everyone's links teach.
extension NightRun {
    /// Trains, unless nobody's records changed since the last time, and puts the new model in place unless it is worse
    /// than the one in use on names that neither has learnt.
    func learnCategories(_ progress: inout RunProgress) async throws {
        let current = try await patiently { () throws(PortError) in try await ports.categoryModels.current() }
        guard current == nil || progress.record.tally.changed > 0 else { return }
        let renewal = CategoryTrainer().renewal(
            of: current, from: try await taughtNames(), on: Day(progress.record.asOf))
        if let model = renewal.adopted {
            try await patiently { () throws(PortError) in try await ports.categoryModels.publish(model) }
        }
        progress.note { $0.categories = renewal.record }
    }

    private func taughtNames() async throws -> CategoryTally {
        try await everyone(into: CategoryTally()) { users throws(PortError) in
            let kept = try await ports.state.read(.names, users)
            // In order of id: with more names than are counted, the same ones are left out every night.
            return try kept.sorted { $0.key < $1.key }.map { _, kept throws(PortError) in
                try CodedText.read(kept.text, as: TaughtNames.self)
            }
        } _: { tally, taught in
            for names in taught { tally.add(names) }
        }
    }
}
