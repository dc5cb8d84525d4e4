extension Completions {
    /// A whole answer for a program to read: its text once it has ended regularly; nil when it broke off, took longer than
    /// `limit` or more than `bytes`. `cost` hears what it took, whatever came of it.
    public func reply(
        to request: CompletionRequest, atMost bytes: Int, within limit: Duration,
        on clock: any Clock<Duration> = ContinuousClock(), cost: @escaping @Sendable (Usage) -> Void = { _ in }
    ) async -> String? {
        await withTaskGroup(of: String?.self) { group in
            group.addTask { await collect(request, atMost: bytes, cost) }
            group.addTask {
                try? await clock.sleep(for: limit)
                return nil
            }
            defer { group.cancelAll() }
            return await group.next() ?? nil
        }
    }

    private func collect(
        _ request: CompletionRequest, atMost bytes: Int, _ cost: @Sendable (Usage) -> Void
    ) async -> String? {
        let reply = Reply(limit: bytes)
        do {
            try await stream(request) { event in
                try Task.checkCancellation()
                switch event {
                case .text(let piece), .written(let piece): try await reply.add(piece)
                case .usage(let told): cost(told)
                case .finished(let reason): await reply.end(reason)
                case .card, .figures, .toolCall: break
                }
            }
        } catch {
            return nil
        }
        return await reply.whole
    }
}

/// An answer as it is put together; too long a one ends the request.
private actor Reply {
    private let limit: Int
    private var text = ""
    private var isWhole = false

    init(limit: Int) { self.limit = limit }

    var whole: String? { isWhole ? text : nil }

    func add(_ piece: String) throws {
        guard text.utf8.count + piece.utf8.count <= limit else { throw CancellationError() }
        text += piece
    }

    func end(_ reason: FinishReason) { isWhole = reason == .complete }
}
