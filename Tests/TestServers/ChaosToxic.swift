/// What a `ChaosProxy` does to the bytes of one direction.
public enum ChaosToxic: Sendable, Hashable {
    /// Everything comes later, by `delay` and up to `jitter` more.
    case latency(Duration, jitter: Duration = .zero)
    /// So many bytes a second at most.
    case bandwidth(bytesPerSecond: Int)
    /// Bytes vanish; after the time the connection is closed, and with zero it never is.
    case timeout(Duration)
    /// The peer gets a reset after the time, counted from the first bytes.
    case resetPeer(after: Duration)
    /// Bytes come in pieces of this size with a pause before each.
    case slicer(size: Int, delay: Duration)
    /// The connection is closed once so many bytes have passed.
    case limitData(bytes: Int)
    /// Open connections are reset, and new ones at once.
    case down
    /// The byte at this place of the stream is turned over.
    case corrupt(offset: Int)
}

/// Which way bytes go.
public enum ChaosDirection: Sendable, Hashable, CaseIterable {
    /// From the client to the server.
    case upstream
    /// From the server to the client.
    case downstream
}

/// What becomes of one direction's bytes, as a value: how many have come, and when the last piece is due.
struct ChaosStream {
    enum Step: Equatable {
        case send([UInt8])
        case close
        case reset
    }

    /// A step and when it is due. Steps are taken in order, so that bytes never overtake one another.
    struct Due: Equatable {
        var at: ContinuousClock.Instant
        var step: Step
    }

    private var passed = 0
    private var last: ContinuousClock.Instant?

    /// Plans the next bytes under the toxics of the moment.
    mutating func plan(
        _ bytes: [UInt8], toxics: [ChaosToxic], at now: ContinuousClock.Instant, random: Double
    ) -> [Due] {
        var bytes = bytes
        var ending: Due?
        var delay = Duration.zero
        var slice = (size: max(bytes.count, 1), delay: Duration.zero)
        var secondsPerByte = 0.0
        for toxic in toxics {
            switch toxic {
            case .latency(let least, let jitter): delay += least + jitter * random
            case .bandwidth(let rate): secondsPerByte = 1 / Double(rate)
            case .slicer(let size, let pause): slice = (size, pause)
            case .corrupt(let offset): turnOver(offset - passed, of: &bytes)
            case .timeout(let time):
                bytes = []
                if time > .zero { ending = Due(at: now + time, step: .close) }
            case .resetPeer(let time): ending = Due(at: now + time, step: .reset)
            case .down: ending = Due(at: now, step: .reset)
            case .limitData(let limit):
                if passed + bytes.count >= limit { ending = Due(at: now, step: .close) }
                bytes = Array(bytes.prefix(max(0, limit - passed)))
            }
        }
        passed += bytes.count
        var instant = max(now + delay, last ?? now)
        var plan: [Due] = []
        for start in stride(from: 0, to: bytes.count, by: slice.size) {
            let piece = Array(bytes[start..<min(start + slice.size, bytes.count)])
            instant += slice.delay + .seconds(secondsPerByte * Double(piece.count))
            plan.append(Due(at: instant, step: .send(piece)))
        }
        last = plan.last?.at ?? last
        return plan + (ending.map { [$0] } ?? [])
    }

    private func turnOver(_ index: Int, of bytes: inout [UInt8]) {
        if bytes.indices.contains(index) { bytes[index] ^= 0xff }
    }
}
