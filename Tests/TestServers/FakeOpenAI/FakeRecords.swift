/// Everything the fake knows: what it shall do and what happened.
struct FakeRecords: Sendable {
    var usual: FakeScript
    var key: String?
    var queue: [FakeScript] = []
    var requests: [FakeRequest] = []
    var exchanges: [Int: FakeExchange] = [:]
    var stats = FakeStats()
    /// The largest crowd that has been waited for and has come.
    var mostTogether = 1
    private var chats: [FakeRequest] = []
    private var seen = 0
    private var uses: [String: Int] = [:]

    init(usual: FakeScript, key: String?) {
        self.usual = usual
        self.key = key
    }

    mutating func takeUnseen() -> FakeRequest? {
        guard seen < chats.count else { return nil }
        seen += 1
        return chats[seen - 1]
    }

    /// Writes a request down and says what to do with it.
    mutating func arrived(_ request: FakeRequest) -> FakeScript {
        requests.append(request)
        exchanges[request.id] = FakeExchange()
        chats.append(request)
        stats.requests += 1
        stats.running += 1
        stats.mostAtOnce = max(stats.mostAtOnce, stats.running)
        return script(for: request.chat)
    }

    mutating func ended(_ id: Int) {
        exchanges[id]?.isFinished = true
        stats.running -= 1
        stats.finished += 1
    }

    mutating func closed(_ id: Int, midway: Bool) {
        exchanges[id]?.closedAt = .now
        if midway {
            stats.running -= 1
            stats.closedEarly += 1
        }
    }

    private mutating func script(for chat: FakeChat?) -> FakeScript {
        if !queue.isEmpty { return queue.removeFirst() }
        guard let chat else { return FakeScript(failure: .init(400, code: "invalid_json")) }
        let marked = FakeScript(in: chat.lastUserMessage) ?? FakeScript(in: chat.model)
        guard let marked else { return usual }
        guard let times = marked.times else { return marked }
        uses[chat.lastUserMessage, default: 0] += 1
        return uses[chat.lastUserMessage, default: 0] <= times ? marked : usual
    }
}
