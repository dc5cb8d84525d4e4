internal import NIOConcurrencyHelpers
internal import Ports

// What calls took, on its way into the ledger.
extension SpendDesk {
    /// Settlements of one command: three changes each, see `MongoWrite.mostStatements`.
    static let batch = 20
    /// The longest wait between two tries.
    static let longestWait: Duration = .seconds(60)

    /// Books what comes in until the task is cancelled. What waits then is for `close`.
    public func run() async {
        var wait = settings.patience
        for await _ in calls {
            while !Task.isCancelled, waiting > 0 {
                if await bookFirst() {
                    wait = settings.patience
                } else {
                    try? await clock.sleep(for: wait)
                    wait = min(wait * 2, Self.longestWait)
                }
            }
        }
    }

    /// Books what waits, once, at the end of the process or of a command; gives how many could not be.
    @discardableResult
    public func close() async -> Int {
        while waiting > 0 {
            guard await bookFirst() else { break }
        }
        return waiting
    }

    /// Lets settlements wait for `run`.
    func add(_ settlements: [SpendSettlement]) {
        line.withLockedValue { line in
            for settlement in settlements { line.add(settlement) }
        }
        tell()
        bell.yield()
    }

    private var waiting: Int { line.withLockedValue { $0.count } }

    /// False when the store did not take them; they wait again.
    private func bookFirst() async -> Bool {
        let first = line.withLockedValue { $0.takeFirst(Self.batch) }
        do {
            try await ledger.settle(first)
        } catch {
            line.withLockedValue { $0.bringBack(first) }
            counters.failedToSettle()
            return false
        }
        tell()
        return true
    }

    private func tell() { counters.unsettled(line.withLockedValue { $0.count + $0.dropped }) }
}
