public import Ports

extension Receipts {
    /// At most `width` receipts at one time for the whole process, and `room` that wait, no longer than `patience`:
    /// each holds its file in memory. Whoever comes beyond that gets `busy` at once.
    public func limited(
        to width: Int, waiting room: Int, patience: Duration = .seconds(10),
        clock: any Clock<Duration> = ContinuousClock()
    ) -> Receipts {
        let gate = FairGate(width: width, room: room)
        let read = read
        return Receipts { file, person, safetyID throws(PortError) in
            do {
                return try await gate.pass(patience: patience, clock) { try await read(file, person, safetyID) }
            } catch let error as PortError {
                throw error
            } catch {
                throw PortError(.cancelled, "a receipt was given up while it waited")
            }
        }
    }
}
