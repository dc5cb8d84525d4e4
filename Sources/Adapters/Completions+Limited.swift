public import Ports

extension Completions {
    /// At most `width` answers at one time for the whole process, and `room` that wait their turn, in order of arrival
    /// and no longer than `patience`. Whoever comes beyond that gets `busy` at once.
    public func limited(
        to width: Int, waiting room: Int, patience: Duration = .seconds(20),
        clock: any Clock<Duration> = ContinuousClock()
    ) -> Completions {
        let gate = FairGate(width: width, room: room)
        let stream = stream
        return Completions(model: model) { request, receive in
            try await gate.pass(patience: patience, clock) { try await stream(request, receive) }
        }
    }
}
