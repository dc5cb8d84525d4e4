// The waiting line of a BlockingPool as a plain value: first come, first served, bounded, and a place in it can be given
// up at any time. Instants come in as arguments; the pool keeps the value under its own lock.

/// Jobs that wait for a thread.
struct BlockingPoolQueue<Job: Sendable>: Sendable {
    /// A place in the line, good for giving it up.
    struct Ticket: Sendable, Hashable {
        fileprivate let number: Int
    }

    /// Why a job was not let in.
    enum Refusal: Error, Sendable, Hashable {
        case full
        case closed
    }

    private struct Waiting: Sendable {
        var job: Job
        var since: ContinuousClock.Instant
    }

    private let limit: Int
    private var waiting: [Int: Waiting] = [:]
    /// Numbers of the oldest place that may still be taken, and of the next one to be given out.
    private var oldest = 0
    private var next = 0
    private(set) var isClosed = false

    init(limit: Int) {
        precondition(limit > 0, "a queue without a place never takes a job")
        self.limit = limit
    }

    /// Jobs waiting now.
    var count: Int { waiting.count }

    /// Lets a job in at the end of the line.
    mutating func push(_ job: Job, at now: ContinuousClock.Instant) throws(Refusal) -> Ticket {
        guard !isClosed else { throw .closed }
        guard waiting.count < limit else { throw .full }
        defer { next += 1 }
        waiting[next] = Waiting(job: job, since: now)
        return Ticket(number: next)
    }

    /// Takes the job that has waited longest.
    mutating func pop() -> Job? {
        while oldest < next {
            defer { oldest += 1 }
            if let first = waiting.removeValue(forKey: oldest) { return first.job }
        }
        return nil
    }

    /// Gives a place up; nil when the job has left the line already.
    mutating func remove(_ ticket: Ticket) -> Job? { waiting.removeValue(forKey: ticket.number)?.job }

    /// Takes out every job that came in before `instant`, oldest first.
    mutating func removeAll(since instant: ContinuousClock.Instant) -> [Job] {
        var late: [Job] = []
        while oldest < next {
            if let first = waiting[oldest] {
                guard first.since <= instant else { break }
                late.append(first.job)
                waiting[oldest] = nil
            }
            oldest += 1
        }
        return late
    }

    /// Lets nobody in any more and gives back who is still waiting.
    mutating func close() -> [Job] {
        isClosed = true
        let left = waiting.sorted { $0.key < $1.key }.map(\.value.job)
        waiting = [:]
        oldest = next
        return left
    }
}
