/// What the loop thread does, round after round: commands, traffic, deadlines, wait.
struct CurlDriver {
    private let loop: CurlLoop
    private let multi: MultiHandle
    private let settings: CurlSettings
    private var handles: [Int: EasyHandle] = [:]
    /// No deadline of any transfer is earlier than this, so until then nobody looks.
    private var nextSweep = ContinuousClock.now

    /// Deadlines are kept to this precision.
    private static let shortestRest = Duration.milliseconds(10)
    private static let longestRest = Duration.seconds(60)

    init(_ loop: CurlLoop, _ multi: MultiHandle, _ settings: CurlSettings) {
        self.loop = loop
        self.multi = multi
        self.settings = settings
    }

    mutating func run() {
        multi.prepareThread()
        while let commands = loop.take() {
            for command in commands { perform(command) }
            for (id, error) in multi.perform() { end(id, error) }
            sweep()
            multi.poll(for: handles.isEmpty ? Self.longestRest : nextSweep - .now)
        }
        for id in Array(handles.keys) { end(id, .closed) }
        multi.close()
        loop.farewell()
    }

    private mutating func perform(_ command: CurlLoop.Command) {
        switch command {
        case .add(let exchange): add(exchange)
        case .resume(let exchange): handles[exchange.id]?.resume()
        case .drain(let exchange):
            nextSweep = min(nextSweep, .now + settings.drainTime)
            handles[exchange.id]?.resume()
        case .remove(let exchange): end(exchange.id, .cancelled)
        }
    }

    private mutating func add(_ exchange: Exchange) {
        // Cancelled before it began.
        guard let look = exchange.change({ $0.nextLook(at: .now) }) else { return loop.ended(1) }
        guard let handle = EasyHandle(exchange, settings), multi.add(handle) else {
            exchange.change { $0.end(CurlError(.failed, "libcurl refused the request")) }
            return loop.ended(1)
        }
        handles[exchange.id] = handle
        nextSweep = min(nextSweep, look)
    }

    private mutating func end(_ id: Int, _ error: CurlError?) {
        guard let handle = handles.removeValue(forKey: id) else { return }
        multi.remove(handle)
        // Before the caller hears of it, so that whoever it starts next finds the place free.
        loop.ended(1)
        handle.exchange.change { $0.end(error) }
    }

    private mutating func sweep() {
        let now = ContinuousClock.now
        guard nextSweep <= now else { return }
        var next = now + Self.longestRest
        for (id, handle) in handles {
            if handle.exchange.change({ $0.expire(at: now) }) {
                end(id, .cancelled)
            } else if let look = handle.exchange.change({ $0.nextLook(at: now) }) {
                next = min(next, look)
            }
        }
        nextSweep = max(next, now + Self.shortestRest)
    }
}
