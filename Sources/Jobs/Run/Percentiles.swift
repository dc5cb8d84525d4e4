/// Percentiles of many times in little room: a count for each quarter of a power of two of microseconds, so that what it
/// gives is at most a quarter too high.
struct Percentiles: Sendable {
    private var counts: [Int: Int] = [:]
    private var total = 0

    mutating func add(_ times: [Duration]) {
        for time in times { counts[Self.step(of: time), default: 0] += 1 }
        total += times.count
    }

    /// Milliseconds that `share` of all times are not above; nil without any.
    func value(at share: Double) -> Double? {
        guard total > 0 else { return nil }
        var left = max(1, Int((Double(total) * share).rounded(.up)))
        for (step, count) in counts.sorted(by: { $0.key < $1.key }) {
            left -= count
            if left <= 0 { return Double(Self.top(of: step)) / 1_000 }
        }
        return nil
    }

    private static func step(of time: Duration) -> Int {
        let micros = UInt64(max(0, time / .microseconds(1)))
        guard micros >= 4 else { return Int(micros) }
        let power = 63 - micros.leadingZeroBitCount
        return power * 4 + Int((micros >> (power - 2)) & 3)
    }

    /// The largest number of microseconds of a step.
    private static func top(of step: Int) -> UInt64 {
        guard step >= 8 else { return UInt64(step) }
        return ((UInt64(step % 4) + 5) << (step / 4 - 2)) - 1
    }
}
