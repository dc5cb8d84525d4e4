internal import NIOConcurrencyHelpers
internal import Ports

/// Who may go through a gate of limited width and who waits: first come, first served.
struct GateState {
    /// What happens to someone who arrives.
    enum Arrival: Sendable, Hashable {
        case goes(Int)
        case waits(Int)
        case refused
    }

    private let width: Int
    private let room: Int
    private var inside: Set<Int> = []
    private var queue: [Int] = []
    private var lastID = 0

    init(width: Int, room: Int) {
        precondition(width > 0 && room >= 0, "a gate without width lets nobody through")
        self.width = width
        self.room = room
    }

    func isInside(_ id: Int) -> Bool { inside.contains(id) }

    mutating func arrive() -> Arrival {
        lastID += 1
        if inside.count < width && queue.isEmpty {
            inside.insert(lastID)
            return .goes(lastID)
        }
        guard queue.count < room else { return .refused }
        queue.append(lastID)
        return .waits(lastID)
    }

    /// Someone leaves, from inside or from the queue; gives whoever goes in instead.
    mutating func leave(_ id: Int) -> Int? {
        queue.removeAll { $0 == id }
        guard inside.remove(id) != nil, !queue.isEmpty else { return nil }
        let next = queue.removeFirst()
        inside.insert(next)
        return next
    }
}

/// The gate with its waiting tasks.
final class FairGate: Sendable {
    private struct Inside {
        var state: GateState
        var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
    }

    private let width: Int
    private let inside: NIOLockedValueBox<Inside>

    init(width: Int, room: Int) {
        self.width = width
        inside = NIOLockedValueBox(Inside(state: GateState(width: width, room: room)))
    }

    /// Runs `work` inside, or throws `busy` or `cancelled`.
    func pass<Value>(
        patience: Duration, _ clock: any Clock<Duration>, _ work: () async throws -> Value
    ) async throws -> Value {
        switch inside.withLockedValue({ $0.state.arrive() }) {
        case .refused: throw PortError(.busy, "\(width) answers run and all places to wait are taken")
        case .goes(let id):
            defer { leave(id) }
            return try await work()
        case .waits(let id):
            defer { leave(id) }
            await wait(id, patience, clock)
            if Task.isCancelled { throw PortError(.cancelled, "the turn was cancelled while it waited") }
            guard inside.withLockedValue({ $0.state.isInside(id) }) else {
                throw PortError(.busy, "no turn came within \(patience)")
            }
            return try await work()
        }
    }

    /// Returns when the turn has come, the patience is used up or the task is cancelled; the state tells which.
    private func wait(_ id: Int, _ patience: Duration, _ clock: any Clock<Duration>) async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await self.turn(id) }
            group.addTask { try? await clock.sleep(for: patience) }
            await group.next()
            group.cancelAll()
        }
    }

    private func turn(_ id: Int) async {
        await withTaskCancellationHandler {
            await withCheckedContinuation { waiter in
                let isNow = inside.withLockedValue { inside in
                    if inside.state.isInside(id) || Task.isCancelled { return true }
                    inside.waiting[id] = waiter
                    return false
                }
                if isNow { waiter.resume() }
            }
        } onCancel: {
            inside.withLockedValue { $0.waiting.removeValue(forKey: id) }?.resume()
        }
    }

    private func leave(_ id: Int) {
        let next = inside.withLockedValue { inside in
            inside.state.leave(id).flatMap { inside.waiting.removeValue(forKey: $0) }
        }
        next?.resume()
    }
}
