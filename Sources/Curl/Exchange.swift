import NIOConcurrencyHelpers

/// A transfer with the two sides that drive it: its state under a lock, and the caller that waits for news.
final class Exchange: Sendable {
    private struct State {
        var transfer: Transfer
        var waiter: CheckedContinuation<Void, Never>?
    }

    let id: Int
    let request: CurlRequest
    private let loop: CurlLoop
    private let state: NIOLockedValueBox<State>

    init(_ id: Int, _ request: CurlRequest, _ settings: CurlSettings, _ loop: CurlLoop) {
        self.id = id
        self.request = request
        self.loop = loop
        state = NIOLockedValueBox(State(transfer: Transfer(request.deadlines, settings, at: .now)))
    }

    /// Changes the transfer and wakes the caller when there is something for it.
    func change<T>(_ edit: (inout Transfer) -> T) -> T {
        let (result, waiter) = state.withLockedValue { state in
            let result = edit(&state.transfer)
            guard state.transfer.hasNews, let waiter = state.waiter else {
                return (result, CheckedContinuation<Void, Never>?.none)
            }
            state.waiter = nil
            return (result, waiter)
        }
        waiter?.resume()
        return result
    }

    /// Waits for the head.
    func head() async throws(CurlError) -> CurlHead {
        while true {
            switch change({ $0.takeHead() }) {
            case .value(let head): return head
            case .failed(let error): throw error
            case .end: throw CurlError(.badResponse, "the response has no head")
            case .nothingYet: await news()
            }
        }
    }

    /// Waits for bytes; nil at the regular end.
    func nextBytes(isolation: isolated (any Actor)?) async throws(CurlError) -> [UInt8]? {
        while true {
            let (supply, resumes) = change { $0.takeBody(at: .now) }
            if resumes { loop.submit(.resume(self)) }
            switch supply {
            case .value(let bytes): return bytes
            case .failed(let error): throw error
            case .end: return nil
            case .nothingYet: await news(isolation: isolation)
            }
        }
    }

    /// The caller is done, or gone.
    func leave(drains: Bool) {
        switch change({ $0.leave(drains: drains, at: .now) }) {
        case .nothing: break
        case .drain: loop.submit(.drain(self))
        case .remove: loop.submit(.remove(self))
        }
    }

    private func news(isolation: isolated (any Actor)? = #isolation) async {
        await withCheckedContinuation { waiter in
            let isHere = state.withLockedValue { state in
                if state.transfer.hasNews { return true }
                precondition(state.waiter == nil, "a body has one reader at a time")
                state.waiter = waiter
                return false
            }
            if isHere { waiter.resume() }
        }
    }
}
