import NIOCore

/// Pings are answered, but only so many in a second.
struct PingBudget {
    private let perSecond: Int
    private var count = 0
    private var start = NIODeadline.uptimeNanoseconds(0)

    init(perSecond: Int) { self.perSecond = perSecond }

    /// False for the ping that is one too many.
    mutating func admits(_ now: NIODeadline) -> Bool {
        if now - start >= .seconds(1) { (start, count) = (now, 0) }
        count += 1
        return count <= perSecond
    }
}
