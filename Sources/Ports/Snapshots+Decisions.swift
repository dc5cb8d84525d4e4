internal import Analyses
internal import Finance

extension Snapshots {
    /// Snapshots that carry what their person decided about repeated payments, read beside the records.
    public func deciding(by state: PersonalState) -> Snapshots {
        let read = read
        return Snapshots { (user, month, now) async throws(PortError) in
            async let choices = Result.awaiting { () throws(PortError) in try await state.choices(of: user) }
            var snapshot = try await read(user, month, now)
            snapshot.decisions = try await choices.get().series ?? SeriesDecisions()
            return snapshot
        }
    }
}
