internal import NIOConcurrencyHelpers
internal import Ports

/// Lets many callers who want the same thing share one piece of work. The first caller does it in its own task and the
/// rest wait, so no task is started here that nobody owns.
///
/// 1. One flight a key at a time.
/// 2. A caller who leaves is answered at once. When the one who does the work leaves, the next in line takes over, so
///    nobody fails because somebody else went away.
/// 3. At most `limit` callers wait altogether; whoever comes beyond that gets `busy`.
final class SingleFlight<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    /// Which flight a caller may share.
    enum Boarding: Sendable {
        /// One that is under way, whenever it began.
        case running
        /// Only one that begins after the caller came: what happened before the caller asked is then in the answer.
        case next
    }

    private enum Turn: Sendable {
        case leads
        case landed(Result<Value, PortError>)
    }

    private struct Waiter {
        var id: Int
        var continuation: CheckedContinuation<Turn, Never>

        func told(_ turn: Turn) -> Resumption { Resumption(continuation: continuation, turn: turn) }
    }

    /// Decided under the lock, done outside it.
    private struct Resumption: Sendable {
        var continuation: CheckedContinuation<Turn, Never>
        var turn: Turn

        func resume() { continuation.resume(returning: turn) }
    }

    private struct Flight {
        var riders: [Waiter] = []
        var next: [Waiter] = []
    }

    private struct State {
        var flights: [Key: Flight] = [:]
        var waiting = 0
        var lastID = 0
    }

    private let limit: Int
    private let state = NIOLockedValueBox(State())

    init(limit: Int = 10_000) { self.limit = limit }

    /// Callers who wait right now.
    var waiting: Int { state.withLockedValue { $0.waiting } }

    /// Shares `work` with every caller of the key that may board the same flight.
    func run(
        _ key: Key, boarding: Boarding, _ work: () async throws(PortError) -> Value
    ) async throws(PortError) -> Value {
        switch await turn(key, boarding) {
        case .landed(let result): return try result.get()
        case .leads: return try await lead(key, work)
        }
    }

    /// Does `work` unless a flight of the key is under way; nil then, at once.
    func runIfIdle(_ key: Key, _ work: () async throws(PortError) -> Value) async throws(PortError) -> Value? {
        let isIdle = state.withLockedValue { state in
            guard state.flights[key] == nil else { return false }
            state.flights[key] = Flight()
            return true
        }
        return isIdle ? try await lead(key, work) : nil
    }

    private func lead(_ key: Key, _ work: () async throws(PortError) -> Value) async throws(PortError) -> Value {
        let result: Result<Value, PortError>
        do throws(PortError) { result = .success(try await work()) } catch { result = .failure(error) }
        land(key, result)
        return try result.get()
    }

    private func turn(_ key: Key, _ boarding: Boarding) async -> Turn {
        let id = state.withLockedValue { state in
            state.lastID += 1
            return state.lastID
        }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                arrive(Waiter(id: id, continuation: continuation), key, boarding)?.resume()
            }
        } onCancel: {
            leave(id, key)?.resume()
        }
    }

    /// The flag of a cancelled task is up before its handler runs, so either this sees it or the handler finds the waiter.
    private func arrive(_ waiter: Waiter, _ key: Key, _ boarding: Boarding) -> Resumption? {
        state.withLockedValue { state in
            if Task.isCancelled { return waiter.told(.landed(.failure(.left))) }
            guard state.flights[key] != nil else {
                state.flights[key] = Flight()
                return waiter.told(.leads)
            }
            guard state.waiting < limit else {
                return waiter.told(.landed(.failure(PortError(.busy, "too many callers wait for one answer"))))
            }
            state.waiting += 1
            switch boarding {
            case .running: state.flights[key]?.riders.append(waiter)
            case .next: state.flights[key]?.next.append(waiter)
            }
            return nil
        }
    }

    private func leave(_ id: Int, _ key: Key) -> Resumption? {
        state.withLockedValue { state in
            guard var flight = state.flights[key] else { return nil }
            let waiter = Self.take(id, from: &flight.riders) ?? Self.take(id, from: &flight.next)
            guard let waiter else { return nil }
            state.flights[key] = flight
            state.waiting -= 1
            return waiter.told(.landed(.failure(.left)))
        }
    }

    private func land(_ key: Key, _ result: Result<Value, PortError>) {
        let resumptions = state.withLockedValue { state -> [Resumption] in
            guard var flight = state.flights[key] else { return [] }
            var answered: [Waiter] = []
            if case .failure(let error) = result, error.code == .cancelled {
                flight.next = flight.riders + flight.next
            } else {
                answered = flight.riders
            }
            flight.riders = flight.next
            flight.next = []
            let leader = flight.riders.isEmpty ? nil : flight.riders.removeFirst()
            state.flights[key] = leader == nil ? nil : flight
            state.waiting -= answered.count + (leader == nil ? 0 : 1)
            return answered.map { $0.told(.landed(result)) } + (leader.map { [$0.told(.leads)] } ?? [])
        }
        for resumption in resumptions { resumption.resume() }
    }

    private static func take(_ id: Int, from waiters: inout [Waiter]) -> Waiter? {
        waiters.firstIndex { $0.id == id }.map { waiters.remove(at: $0) }
    }
}

extension PortError {
    fileprivate static let left = PortError(.cancelled, "the caller was cancelled")
}
